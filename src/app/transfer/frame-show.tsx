// The sending side: the moving code, how far it has come, and the few things that help a camera. The screen stays on.
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Bytes } from "../../base/bytes.ts";
import { Button } from "../../ui/button.tsx";
import { Alert, Message } from "../../ui/message.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { errorText } from "../error-key.ts";
import { browserWakeHost, createWakeLock } from "../wake-lock.ts";
import { FrameCanvas } from "./frame-canvas.tsx";
import { createFramePlayer, type FramePlayer } from "./frame-player.ts";
import "./transfer.css";

export type FrameShowProps = {
  readonly deps: Pick<AppDeps, "after" | "crypto">;
  readonly payload: Bytes;
  readonly lead?: string;
  /** What is in it, as rows of a list of facts. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** What to do on the other device, step by step. */
  readonly steps: readonly string[];
  /** What comes after, such as the one way on. */
  readonly children?: ComponentChildren;
};

/** The picture moves because that is what it is for; who asked for no motion starts it by hand. */
const wantsNoMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

export const FrameShow = (props: FrameShowProps) => {
  const { deps, payload, lead, facts, steps, children } = props;
  const t = useT("transfer");
  const errors = useT("errors");
  const format = useFormat();
  const isStill = useMemo(wantsNoMotion, []);
  const player = useMemo(() => createFramePlayer(deps, payload, isStill), [deps, payload]);
  useEffect(() => player.stop, [player]);
  useEffect(() => {
    const wake = createWakeLock(browserWakeHost());
    wake.start();
    return wake.stop;
  }, []);
  const failure = player.failure.value;
  if (failure) {
    return (
      <Alert>
        <p>{errorText(errors, failure)}</p>
      </Alert>
    );
  }
  const seconds = Math.ceil(player.expected.value / player.rate.value);
  return (
    <div class="frame-show">
      <FrameCanvas picture={player.picture} label={t("show.picture")} />
      <div class="stack">
        {lead && <p>{lead}</p>}
        {isStill && !player.isPlaying.value && player.shown.value <= 1 && (
          <Message>
            <p>{t("show.still")}</p>
          </Message>
        )}
        <ol class="frame-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <dl class="facts">
          {[
            ...facts,
            [t("show.size"), format.bytes(payload.length)] as const,
            [t("show.time"), t("show.seconds", { count: seconds })] as const,
          ].map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Shown player={player} />
        <Controls player={player} />
        {children}
      </div>
    </div>
  );
};

const Shown = ({ player }: { readonly player: FramePlayer }) => {
  const t = useT("transfer");
  const format = useFormat();
  const [shown, expected] = [player.shown.value, player.expected.value];
  return (
    <>
      <Progress
        label={t("show.shown")}
        value={Math.min(shown, expected)}
        max={Math.max(expected, 1)}
        counted={t("show.counted", {
          shown: format.number(shown),
          expected: format.number(expected),
        })}
      />
      {expected > 0 && shown > expected && <p role="status">{t("show.goesOn")}</p>}
    </>
  );
};

const Controls = ({ player }: { readonly player: FramePlayer }) => {
  const t = useT("transfer");
  const isCoarse = player.code.value === "coarse";
  const isPlaying = player.isPlaying.value;
  return (
    <>
      <div class="actions">
        <Button
          kind={isPlaying ? "plain" : "primary"}
          onClick={isPlaying ? player.pause : player.play}
        >
          {t(isPlaying ? "show.pause" : "show.play")}
        </Button>
        <Button aria-disabled={!player.canSlow.value} onClick={player.slower}>
          {t("show.slower")}
        </Button>
        <Button aria-disabled={!player.canHurry.value} onClick={player.faster}>
          {t("show.faster")}
        </Button>
        <Button onClick={() => void player.setCode(isCoarse ? "fine" : "coarse")}>
          {t(isCoarse ? "show.finer" : "show.coarser")}
        </Button>
      </div>
      <p class="muted" role="status">
        {t("show.rate", { count: player.rate.value })}
      </p>
      <p class="muted">{t("show.help")}</p>
    </>
  );
};
