// What people said, in its own language and direction: the largest plain text on the screen.
import "./note-text.css";

export type NoteTextProps = {
  readonly text: string;
  /** Language of the text, never of the interface. */
  readonly lang: string;
  readonly quote?: boolean;
  readonly struck?: boolean;
  readonly size?: "normal" | "small" | "large";
};

export const NoteText = ({ text, lang, quote, struck, size = "normal" }: NoteTextProps) => {
  const words = struck ? <s>{text}</s> : text;
  const shared = { lang, dir: "auto", class: `note-text note-${size}` } as const;
  return quote ? <blockquote {...shared}>{words}</blockquote> : <p {...shared}>{words}</p>;
};
