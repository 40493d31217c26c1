// No desk is open: start one, open one, or look at a practice round first. Desks of this device are told by their day
// alone: what they are called lies sealed until they are open.
import { type ReadonlySignal, signal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { BoxId } from "../../domain/schema.ts";
import type { StoredBox } from "../../storage/ports.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useLive } from "../../ui/use-live.ts";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenError } from "../workspace.ts";
import { CodeForm } from "./code-form.tsx";
import { FailureAlert } from "./failure.tsx";
import { PasskeyOpen } from "./passkey/lazy-passkey.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { RestoreSection } from "./restore-view.tsx";

export interface StartModel {
  readonly hasHub: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<"passphrase" | "code" | undefined>;
  readonly failure: ReadonlySignal<OpenError | undefined>;
  readonly lookForHub: () => Promise<void>;
  readonly openByPassphrase: (box: BoxId, passphrase: string) => Promise<void>;
  readonly openByCode: (typed: string) => Promise<void>;
}

export const createStartModel = (deps: Pick<AppDeps, "hub" | "workspace">): StartModel => {
  const hasHub = signal(false);
  const busy = signal<"passphrase" | "code" | undefined>(undefined);
  const failure = signal<OpenError | undefined>(undefined);
  const work = async (
    what: "passphrase" | "code",
    job: () => ReturnType<AppDeps["workspace"]["openDesk"]>,
  ) => {
    if (busy.value) return;
    busy.value = what;
    const opened = await job();
    busy.value = undefined;
    failure.value = opened.ok ? undefined : opened.error;
  };
  return {
    hasHub,
    busy,
    failure,
    lookForHub: async () => {
      hasHub.value = (await deps.hub.health()).ok;
    },
    openByPassphrase: (box, passphrase) =>
      work("passphrase", () => deps.workspace.openWithPassphrase(box, passphrase)),
    openByCode: (typed) => work("code", () => deps.workspace.openDesk(typed)),
  };
};

export const StartScreen = (props: { readonly deps: AppDeps; readonly openDemo: () => void }) => {
  const { deps, openDemo } = props;
  const t = useT("desk");
  const model = useMemo(() => createStartModel(deps), [deps]);
  useEffect(() => void model.lookForHub(), [model]);
  const boxes = useLive(deps.device.watchBoxes);
  if (boxes.state === "loading") return <Busy />;
  const hasPasskey = ({ slots }: StoredBox) => Boolean(deps.passkeys && slots.passkey);
  const desks = (boxes.value ?? []).filter(({ kind }) => kind === "desk");
  return (
    <Page title={t("start.title")} lead={t("start.lead")} namespace="desk">
      {boxes.state === "failed" && <FailureAlert failure={boxes.error} />}
      <FailureAlert failure={model.failure.value} />
      {desks.length > 0 && (
        <Section title={t("start.onDevice", { count: desks.length })}>
          <ul class="ruled desk-list">
            {desks.map((stored) => (
              <li key={stored.box}>
                {hasPasskey(stored) && <PasskeyOpen deps={deps} stored={stored} />}
                <StoredDesk stored={stored} model={model} hasPasskey={hasPasskey(stored)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("start.newTitle")}>
        <p>{t("start.newBody")}</p>
        <div class="actions">
          {model.hasHub.value && (
            <LinkButton href="#/desk/new/hub" kind={desks.length === 0 ? "primary" : "plain"}>
              {t("start.newWithHub")}
            </LinkButton>
          )}
          <LinkButton
            href="#/desk/new"
            kind={desks.length === 0 && !model.hasHub.value ? "primary" : "plain"}
          >
            {t("start.newAlone")}
          </LinkButton>
        </div>
      </Section>
      <Section title={t("start.codeTitle")}>
        <ByCode model={model} />
      </Section>
      <RestoreSection deps={deps} />
      <Section title={t("start.demoTitle")}>
        <p>{t("start.demoBody")}</p>
        <Button onClick={openDemo}>{t("start.demo")}</Button>
      </Section>
    </Page>
  );
};

const StoredDesk = ({
  stored,
  model,
  hasPasskey,
}: {
  readonly stored: StoredBox;
  readonly model: StartModel;
  /** Then its tap is the first way, and this the second. */
  readonly hasPasskey: boolean;
}) => {
  const t = useT("desk");
  const format = useFormat();
  const passphrase = useSignal("");
  const day = format.longDay(stored.addedAt);
  if (!stored.slots.passphrase) return <p>{t("start.codeOnly", { day })}</p>;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void model.openByPassphrase(stored.box, passphrase.value);
      }}
    >
      <PassphraseField
        label={t("start.passphraseOf", { day })}
        value={passphrase.value}
        onInput={(next) => {
          passphrase.value = next;
        }}
      />
      <Button
        type="submit"
        kind={hasPasskey ? "plain" : "primary"}
        busy={model.busy.value === "passphrase" && t("start.opening")}
      >
        {t("start.open")}
      </Button>
    </form>
  );
};

const ByCode = ({ model }: { readonly model: StartModel }) => {
  const t = useT("desk");
  const typed = useSignal("");
  return (
    <>
      <p>{t("start.codeBody")}</p>
      <CodeForm
        words={{
          code: t("start.code"),
          submit: t("start.openByCode"),
          busy: t("start.opening"),
        }}
        kind="plain"
        typed={typed.value}
        onTyped={(next) => {
          typed.value = next;
        }}
        busy={model.busy.value === "code"}
        onCode={(code) => void model.openByCode(code)}
      />
    </>
  );
};
