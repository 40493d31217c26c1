// One line, several lines or a list to fill in. Label above, hint under it, error tied by aria-describedby.
import type { ComponentChildren, Ref } from "preact";
import { useId } from "preact/hooks";
import { useT } from "./use-texts.ts";
import "./field.css";

export type FieldFrame = {
  readonly label: string;
  /** The label is read, not seen: only where the place says what to write. */
  readonly labelHidden?: boolean;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly optional?: boolean;
};
type Wiring = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

/** The frame for any control; `children` gets the ids to wire. */
export const Field = (
  props: FieldFrame & { readonly children: (wiring: Wiring) => ComponentChildren },
) => {
  const t = useT("common");
  const id = useId();
  const { hint, error } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={`field${error ? " field-wrong" : ""}`}>
      <label for={id} class={props.labelHidden ? "unseen" : "field-label"}>
        {props.label}
        {props.optional && <span class="field-optional"> {t("field.optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {props.children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} class="field-error">
          <span aria-hidden="true">! </span>
          {error}
        </p>
      )}
    </div>
  );
};

type Written = {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Language of what is written here; direction follows the text itself. */
  readonly lang?: string;
  /** Off unless the person switched it on: some browsers send field text to their makers. */
  readonly spellCheck?: boolean;
};
/** What a field may further be told; a short list on purpose. */
type Further<E extends HTMLElement> = {
  readonly inputRef?: Ref<E>;
  readonly name?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly enterKeyHint?: "done" | "enter" | "go" | "next" | "search" | "send";
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onBeforeInput?: (event: InputEvent) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
};

export type TextFieldProps = FieldFrame &
  Written &
  Further<HTMLInputElement> & {
    readonly type?: "text" | "search" | "number" | "date" | "time" | "password" | "email";
    readonly min?: number | string;
    readonly max?: number | string;
    readonly autoComplete?: string;
  };

export const TextField = (props: TextFieldProps) => (
  <Field {...frame(props)}>
    {(wiring) => (
      <input
        {...native(props)}
        {...wiring}
        ref={props.inputRef ?? null}
        // Preact's types tie a role to each type one by one; we give no role.
        type={(props.type ?? "text") as "text"}
        min={props.min}
        max={props.max}
        autocomplete={props.autoComplete ?? "off"}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    )}
  </Field>
);

export type TextAreaProps = FieldFrame &
  Written &
  Further<HTMLTextAreaElement> & { readonly rows?: number };

export const TextArea = (props: TextAreaProps) => (
  <Field {...frame(props)}>
    {(wiring) => (
      <textarea
        {...native(props)}
        {...wiring}
        ref={props.inputRef ?? null}
        rows={props.rows ?? 2}
        autocomplete="off"
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    )}
  </Field>
);

export type Option = { readonly value: string; readonly label: string; readonly lang?: string };
export type SelectFieldProps = FieldFrame & {
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
};

export const SelectField = ({ value, options, onChange, ...rest }: SelectFieldProps) => (
  <Field {...rest}>
    {(wiring) => (
      <select
        {...wiring}
        class="input"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

const frame = (props: FieldFrame): FieldFrame => {
  const { label, labelHidden = false, hint, error, optional = false } = props;
  return { label, labelHidden, hint, error, optional };
};

type Unwired = Omit<Written & Further<HTMLElement>, "inputRef">;

/** What both kinds of text field hand to their element. */
const native = (props: Unwired) => ({
  class: "input",
  dir: "auto" as const,
  lang: props.lang,
  value: props.value,
  spellcheck: props.spellCheck ?? false,
  name: props.name,
  required: props.required,
  disabled: props.disabled,
  maxLength: props.maxLength,
  autoFocus: props.autoFocus,
  writingsuggestions: "false",
  enterkeyhint: props.enterKeyHint,
  onKeyDown: props.onKeyDown,
  onBeforeInput: props.onBeforeInput,
  onFocus: props.onFocus,
  onBlur: props.onBlur,
});
