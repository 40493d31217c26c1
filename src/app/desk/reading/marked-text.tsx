// What people said, with the words that answered the search marked.
import type { Hits } from "../../../analysis/search-index.ts";
import { markHits } from "../../../analysis/search-marks.ts";
import { NoteText } from "../../../ui/note-text.tsx";

export type MarkedTextProps = {
  readonly text: string;
  readonly lang: string;
  readonly size?: "normal" | "small";
  readonly asked: Hits["asked"];
};

export const MarkedText = ({ text, lang, size = "normal", asked }: MarkedTextProps) =>
  asked.length === 0 ? (
    <NoteText text={text} lang={lang} size={size} />
  ) : (
    <p lang={lang} dir="auto" class={`note-text note-${size}`}>
      {markHits(text, asked).map((piece, at) =>
        piece.isHit ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </p>
  );
