// Choosing: one of several, some of several, or one yes-or-no. Native inputs in a named fieldset.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./choice.css";

export type ChoiceOption<V extends string> = {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
};
type ListFrame<V extends string> = {
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly ChoiceOption<V>[];
};

const Options = (props: {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}) => {
  const id = useId();
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <fieldset class="choices" aria-describedby={described || undefined}>
      <legend>{props.legend}</legend>
      {props.hint && (
        <p id={`${id}-hint`} class="field-hint">
          {props.hint}
        </p>
      )}
      {props.children}
      {props.error && (
        <p id={`${id}-error`} class="field-error">
          <span aria-hidden="true">! </span>
          {props.error}
        </p>
      )}
    </fieldset>
  );
};

const Choice = (props: {
  readonly type: "radio" | "checkbox";
  readonly name?: string;
  readonly option: ChoiceOption<string>;
  readonly checked: boolean;
  readonly disabled?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
}) => {
  const id = useId();
  const { option } = props;
  return (
    <div class="choice">
      <input
        id={id}
        type={props.type}
        name={props.name}
        value={option.value}
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id} lang={option.lang} dir={option.dir}>
        {option.label}
      </label>
      {option.hint && (
        <p id={`${id}-hint`} class="choice-hint">
          {option.hint}
        </p>
      )}
    </div>
  );
};

export type RadioListProps<V extends string> = ListFrame<V> & {
  /** Undefined: nothing chosen yet. */
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
};

export const RadioList = <V extends string>(props: RadioListProps<V>) => {
  const name = useId();
  return (
    <Options legend={props.legend} hint={props.hint} error={props.error}>
      {props.options.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          option={option}
          checked={option.value === props.value}
          onChange={() => props.onChange(option.value)}
        />
      ))}
    </Options>
  );
};

export type CheckListProps<V extends string> = ListFrame<V> & {
  readonly values: readonly V[];
  readonly onChange: (values: readonly V[]) => void;
};

/** Values keep the order in which they were ticked. */
export const CheckList = <V extends string>(props: CheckListProps<V>) => (
  <Options legend={props.legend} hint={props.hint} error={props.error}>
    {props.options.map((option) => (
      <Choice
        key={option.value}
        type="checkbox"
        option={option}
        checked={props.values.includes(option.value)}
        onChange={(checked) =>
          props.onChange(
            checked
              ? [...props.values, option.value]
              : props.values.filter((value) => value !== option.value),
          )
        }
      />
    ))}
  </Options>
);

export type CheckboxProps = {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
};

export const Checkbox = ({ label, hint, checked, disabled, onChange }: CheckboxProps) => (
  <Choice
    type="checkbox"
    option={{ value: "on", label, ...(hint === undefined ? {} : { hint }) }}
    checked={checked}
    disabled={disabled}
    onChange={onChange}
  />
);
