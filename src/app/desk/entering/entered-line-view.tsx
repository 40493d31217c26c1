// One line as a note: its words, its language and its tags, with advice about personal data under it.
import { useSignal } from "@preact/signals";
import type { Codebook } from "../../../domain/codebook.ts";
import { polarities } from "../../../domain/note.ts";
import { writtenLanguage, writtenLanguages } from "../../../i18n/languages.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip, ToggleGroup } from "../../../ui/chip.tsx";
import { SelectField, TextArea } from "../../../ui/field.tsx";
import { PolarityMark } from "../../../ui/polarity-mark.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { PrivacyHints } from "../../session/privacy-hints.tsx";
import {
  toggleDimension,
  toggleKind,
  toggleMark,
  togglePolarity,
} from "../../session/tag-changes.ts";
import type { EnteredLine, LineFault } from "./entered-lines.ts";
import type { EnteringModel } from "./entering-model.ts";

export const EnteredLineView = (props: {
  readonly line: EnteredLine;
  readonly number: number;
  readonly fault: LineFault["type"] | undefined;
  readonly codebook: Codebook;
  readonly model: EnteringModel;
}) => {
  const t = useT("entering");
  const { line, number, fault, codebook, model } = props;
  const known = useSignal<readonly string[]>([]);
  const change = (part: Partial<EnteredLine>) => model.change(line.noteId, part);
  return (
    <li class="entered-line">
      <div class="entered-said">
        <TextArea
          label={t("line.text", { number })}
          lang={line.lang}
          value={line.text}
          error={fault && t(fault === "too-long" ? "line.tooLong" : "line.illFormed")}
          onInput={(text) => change({ text })}
        />
        <PrivacyHints
          text={line.text}
          lang={line.lang}
          known={known.value}
          onMask={(text) => change({ text })}
          onDismiss={(word) => {
            known.value = [...known.value, word];
          }}
        />
        <div class="entered-foot">
          <SelectField
            label={t("line.language")}
            value={line.lang}
            options={languageOptions(line.lang)}
            onChange={(lang) => change({ lang })}
          />
          <Button kind="quiet" onClick={() => model.remove(line.noteId)}>
            {t("line.remove", { number })}
          </Button>
        </div>
      </div>
      <div class="entered-tags">
        <Tags line={line} codebook={codebook} change={change} number={number} />
      </div>
    </li>
  );
};

const languageOptions = (now: string) =>
  [...new Set([...writtenLanguages.map(({ code }) => code), now])].map((code) => ({
    value: code,
    label: writtenLanguage(code).endonym,
    lang: code,
  }));

const Tags = (props: {
  readonly line: EnteredLine;
  readonly codebook: Codebook;
  readonly change: (part: Partial<EnteredLine>) => void;
  readonly number: number;
}) => {
  const t = useT("entering");
  const { code } = useTexts().spoken("entering");
  const { line, codebook, change, number } = props;
  const labelIn = (label: Readonly<Record<string, string>>) => label[code] ?? label.fi ?? "";
  return (
    <>
      <ToggleGroup label={t("line.dimensions", { number })}>
        {codebook.dimensions.map(({ id, short }, at) => (
          <Chip
            key={id}
            dimension={at + 1}
            pressed={line.dimensions.includes(id)}
            onPress={() => change(toggleDimension(id)(line))}
          >
            {at + 1} {labelIn(short)}
          </Chip>
        ))}
      </ToggleGroup>
      <ToggleGroup label={t("line.polarity", { number })}>
        {polarities.map((polarity) => (
          <Chip
            key={polarity}
            pressed={line.polarity === polarity}
            onPress={() => change(togglePolarity(polarity)(line))}
          >
            <PolarityMark polarity={polarity} />
          </Chip>
        ))}
      </ToggleGroup>
      <ToggleGroup label={t("line.kinds", { number })}>
        {codebook.kinds.map(({ id, label }) => (
          <Chip
            key={id}
            pressed={line.kinds.includes(id)}
            onPress={() => change(toggleKind(id)(line))}
          >
            {labelIn(label)}
          </Chip>
        ))}
        <Chip pressed={line.quotable === true} onPress={() => change(toggleMark("quotable")(line))}>
          {t("line.quotable")}
        </Chip>
      </ToggleGroup>
    </>
  );
};
