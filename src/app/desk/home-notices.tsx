// What the desk itself still lacks: a name, a proved recovery sheet, a hub that knows it. Each with its cure beside it.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { listReminders } from "../../analysis/due-reminders.ts";
import type { Operator } from "../../domain/desk-records.ts";
import { operators } from "../../domain/desk-records.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { RadioList } from "../../ui/choice.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TextField } from "../../ui/field.tsx";
import { Message, Status } from "../../ui/message.tsx";
import { useT } from "../../ui/use-texts.ts";
import { CodeForm } from "./code-form.tsx";
import type { AreaProps, DeskScreenProps } from "./desk-context.ts";
import { type DeskFailure, FailureAlert, useFailureText } from "./failure.tsx";
import { connectHub } from "./hub-registration.ts";
import { nameDesk, proveCode } from "./setup-model.ts";

/** One job at a time, with its failure to show. */
const useJob = () => {
  const busy = useSignal(false);
  const failure = useSignal<DeskFailure | undefined>(undefined);
  const run = async (
    job: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: DeskFailure }>,
  ) => {
    if (busy.value) return false;
    busy.value = true;
    const result = await job();
    busy.value = false;
    failure.value = result.ok ? undefined : result.error;
    return result.ok;
  };
  return { busy, failure, run };
};

/** Says who runs the desk, where nobody has said it yet. */
export const NameForm = ({ desk, deps }: DeskScreenProps) => {
  const t = useT("desk");
  const operator = useSignal<Operator>("ngo");
  const name = useSignal("");
  const { busy, failure, run } = useJob();
  return (
    <>
      <FailureAlert failure={failure.value} />
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const runs = { operator: operator.value, name: name.value.trim(), languages: ["fi"] };
          void run(() => nameDesk(desk, runs)).then((done) => done && deps.courier.nudge());
        }}
      >
        <RadioList
          legend={t("setup.operator")}
          options={operators.map((value) => ({
            value,
            label: t(value === "ngo" ? "setup.ngo" : "setup.municipality"),
          }))}
          value={operator.value}
          onChange={(next) => {
            operator.value = next;
          }}
        />
        <TextField
          label={t("setup.name")}
          value={name.value}
          maxLength={200}
          required
          onInput={(next) => {
            name.value = next;
          }}
        />
        <Button type="submit" busy={busy.value && t("notice.saving")}>
          {t("notice.save")}
        </Button>
      </form>
    </>
  );
};

/** No card prints before this has been done once. */
export const ProofNotice = ({ desk, deps }: DeskScreenProps) => {
  const t = useT("desk");
  const typed = useSignal("");
  const proven = useSignal(desk.facts().recoveryProven);
  const { busy, failure, run } = useJob();
  const wasProven = useSignal(proven.value);
  if (wasProven.value) return null;
  if (proven.value) {
    return (
      <Status>
        <p>{t("notice.proven")}</p>
      </Status>
    );
  }
  return (
    <Message kind="warning" title={t("notice.proofTitle")}>
      <p>{t("notice.proofBody")}</p>
      <FailureAlert failure={failure.value} />
      <CodeForm
        words={{ code: t("proof.code"), submit: t("proof.check"), busy: t("proof.checking") }}
        typed={typed.value}
        onTyped={(next) => {
          typed.value = next;
        }}
        busy={busy.value}
        onCode={(code) =>
          void run(() => proveCode(deps, desk, code)).then((done) => {
            proven.value = done;
          })
        }
      />
      <Disclosure summary={t("notice.noSheet")}>
        <p>{t("notice.noSheetBody")}</p>
      </Disclosure>
    </Message>
  );
};

/** How many things of the follow-up wait today; nothing where none does. */
export const DueNotice = ({ deps, records }: Pick<AreaProps, "deps" | "records">) => {
  const t = useT("desk");
  const today = new Date(deps.env.now()).toISOString().slice(0, 10);
  const count = useMemo(() => listReminders(records, today).length, [records, today]);
  return count === 0 ? null : (
    <Message actions={<LinkButton href="#/desk/follow-up">{t("notice.toFollowUp")}</LinkButton>}>
      <p>{t("notice.due", { count })}</p>
    </Message>
  );
};

const states = {
  none: "hub.none",
  registering: "hub.registering",
  known: "hub.known",
} as const;

/** Whether a hub knows this desk and its cards, and how to connect one. */
export const HubNotice = ({ desk, deps, keeper }: DeskScreenProps) => {
  const t = useT("desk");
  const toText = useFailureText();
  const there = useSignal(false);
  const code = useSignal("");
  const { busy, failure, run } = useJob();
  const { activity, failure: kept } = keeper.hub.value;
  useEffect(() => {
    void deps.hub.health().then(({ ok }) => {
      there.value = ok;
    });
  }, []);
  return (
    <div class="stack">
      <p>{t(states[activity])}</p>
      {kept && (
        <Message
          kind="warning"
          actions={<Button onClick={() => void keeper.refresh()}>{t("hub.retry")}</Button>}
        >
          <p>{toText(kept)}</p>
        </Message>
      )}
      <FailureAlert failure={failure.value} />
      {!desk.facts().hasHub && there.value && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void run(() => connectHub(deps, desk, code.value)).then(() => keeper.refresh());
          }}
        >
          <TextField
            label={t("setup.hubCode")}
            hint={t("setup.hubCodeHint")}
            required
            value={code.value}
            onInput={(next) => {
              code.value = next;
            }}
          />
          <Button type="submit" busy={busy.value && t("hub.connecting")}>
            {t("hub.connect")}
          </Button>
        </form>
      )}
    </div>
  );
};
