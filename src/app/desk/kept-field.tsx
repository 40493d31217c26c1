// A text that is kept when its field is left, or when the screen goes: no button to forget. Nothing changed keeps nothing.
import { useEffect, useRef, useState } from "preact/hooks";
import { TextArea, type TextAreaProps, TextField } from "../../ui/field.tsx";

export type KeptFieldProps = Omit<TextAreaProps, "value" | "onInput" | "onBlur"> & {
  /** As it is kept now. */
  readonly value: string;
  readonly onKeep: (value: string) => void;
  readonly oneLine?: boolean;
  /** Of one line only. */
  readonly type?: "text" | "date";
};

export const KeptField = ({ value, onKeep, oneLine, inputRef, rows, ...rest }: KeptFieldProps) => {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const latest = useRef({ typed, value, onKeep });
  latest.current = { typed, value, onKeep };
  const keep = () => {
    const { typed: now, value: before, onKeep: send } = latest.current;
    if (now === undefined || now.trim() === before) return;
    latest.current.typed = undefined;
    send(now);
  };
  // What was typed stands until the kept value says the same.
  useEffect(() => {
    if (typed?.trim() === value) setTyped(undefined);
  }, [value]);
  useEffect(() => {
    const leave = () => document.visibilityState === "hidden" && keep();
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      keep();
    };
  }, []);
  const shared = { ...rest, value: typed ?? value, onInput: setTyped, onBlur: keep };
  return oneLine ? (
    <TextField {...shared} />
  ) : (
    <TextArea {...shared} {...(rows === undefined ? {} : { rows })} />
  );
};
