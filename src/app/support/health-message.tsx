// The device's state before a session, as one paragraph of whole sentences.
import { Message } from "../../ui/message.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { useDeviceFacts } from "./device-facts.ts";
import { type HealthSentence, mayForgetInDays, toHealth } from "./health.ts";

const kinds = { ok: "ok", note: "info", problem: "warning" } as const;

export const HealthMessage = ({ deps }: { readonly deps: Pick<AppDeps, "env" | "marks"> }) => {
  const t = useT("device");
  const format = useFormat();
  const { code, dir } = useTexts().spoken("device");
  const facts = useDeviceFacts();
  if (!facts) return null;
  const { boxes, clockBack } = deps.marks;
  const health = toHealth({
    ...facts,
    boxes: [...boxes.value.values()],
    clockBack: clockBack.value,
    nowMs: deps.env.now(),
  });
  const toWords = ({ say, bytes, atMs, newestMs }: HealthSentence) =>
    t(say, {
      ...(bytes === undefined ? {} : { size: format.bytes(bytes) }),
      ...(atMs === undefined ? {} : { time: format.dayTime(atMs) }),
      ...(newestMs === undefined ? {} : { newest: format.dayTime(newestMs) }),
    });
  return (
    <Message kind={kinds[health.verdict]}>
      <p lang={code} dir={dir}>
        {health.sentences.map(toWords).join(" ")}
      </p>
      {mayForgetInDays(facts) && <a href="#/prepare">{t("install.steps")}</a>}
    </Message>
  );
};
