// A card's, a desk's or a receipt's code. Forgiving while typed or pasted, judged at once when it is whole: a typo is told here,
// not after a key derivation.
import { codeLength, parseCode, type TypedCode } from "../base/code.ts";
import { normalizeCode, toGroups } from "../base/crockford.ts";
import { Field } from "./field.tsx";
import { useT } from "./use-texts.ts";
import "./code-input.css";

export type CodeInputProps = {
  readonly kind: TypedCode;
  readonly label: string;
  readonly hint?: string;
  /** As typed so far. */
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Called with the code in its one form as soon as it is whole and right. */
  readonly onComplete?: (code: string) => void;
  /** A refusal from further on, "Tällä koodilla ei löydy…". */
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
};

const hints = {
  session: "code.hintSession",
  desk: "code.hintDesk",
  receipt: "code.hintReceipt",
} as const;
const sizes = { session: 20, desk: 33, receipt: 15 } as const;

export const CodeInput = (props: CodeInputProps) => {
  const t = useT("common");
  const { kind, value } = props;
  const typed = normalizeCode(value);
  const missing = codeLength[kind] - typed.length;
  const judged = parseCode(kind, value);
  const wrong =
    missing < 0
      ? t("code.long", { count: -missing })
      : missing === 0 && !judged.ok
        ? t("code.mistyped")
        : props.error;
  const input = (next: string) => {
    props.onInput(toGroups(normalizeCode(next)));
    const parsed = parseCode(kind, next);
    if (parsed.ok) props.onComplete?.(parsed.value);
  };
  return (
    <div class="code-input">
      <Field label={props.label} hint={props.hint ?? t(hints[kind])} error={wrong}>
        {(wiring) => (
          <input
            {...wiring}
            class="input code"
            type="text"
            dir="ltr"
            lang="zxx"
            autocomplete="off"
            autocapitalize="characters"
            autocorrect="off"
            spellcheck={false}
            enterkeyhint="done"
            // biome-ignore lint/a11y/noAutofocus: asked for only where the code is the screen's one question.
            autoFocus={props.autoFocus}
            size={sizes[kind]}
            value={value}
            onInput={(event) => input(event.currentTarget.value)}
          />
        )}
      </Field>
      <p class="code-state" role="status">
        {!wrong &&
          (missing === 0
            ? t("code.whole")
            : typed.length > 0 && t("code.missing", { count: missing }))}
      </p>
    </div>
  );
};
