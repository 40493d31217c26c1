// What is drawn over the app: nothing but a blank while the page is away, a line before covering, and the cover itself.
// The app stays behind it as it was, out of sight and out of reach, with the half-typed note in its field.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Mark } from "../../ui/mark.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { Guard } from "./guard-model.ts";
import "./guard.css";

export type GuardCoverProps = { readonly guard: Guard; readonly onLock: () => void };

export const GuardCover = ({ guard, onLock }: GuardCoverProps) => {
  const state = guard.state.value;
  if (state.at === "warning") return <Warning guard={guard} />;
  if (state.at === "hidden") return <div class="guard-cover" />;
  if (state.at === "covered") return <Cover guard={guard} state={state} onLock={onLock} />;
  return null;
};

const Warning = ({ guard }: { readonly guard: Guard }) => {
  const t = useT("common");
  return (
    <div class="guard-warning" role="status">
      <p>{t("guard.soon")}</p>
      <Button onClick={guard.touched}>{t("guard.stay")}</Button>
    </div>
  );
};

type Covered = Extract<Guard["state"]["value"], { at: "covered" }>;

const Cover = ({ guard, state, onLock }: GuardCoverProps & { readonly state: Covered }) => {
  const t = useT("common");
  const cover = useRef<HTMLElement>(null);
  useEffect(() => {
    cover.current?.querySelector<HTMLElement>("input, button")?.focus();
  }, []);
  return (
    <section ref={cover} class="guard-cover" aria-labelledby="guard-title">
      <div class="guard-sheet">
        <Mark />
        <h1 id="guard-title">{t("guard.title")}</h1>
        <p>{t("guard.body")}</p>
        {state.asksPin ? (
          <PinForm guard={guard} triesLeft={state.triesLeft} />
        ) : (
          <Button kind="primary" onClick={() => void guard.uncover()}>
            {t("guard.goOn")}
          </Button>
        )}
        <Button kind="quiet" onClick={onLock}>
          {t("guard.lock")}
        </Button>
      </div>
    </section>
  );
};

const PinForm = ({ guard, triesLeft }: { readonly guard: Guard; readonly triesLeft: number }) => {
  const t = useT("common");
  const pin = useSignal("");
  const wasWrong = useSignal(false);
  const send = async () => {
    const given = pin.value;
    pin.value = "";
    wasWrong.value = (await guard.uncover(given)) === "wrong";
  };
  return (
    <form
      class="guard-pin"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for="guard-pin">{t("guard.pin")}</label>
      <input
        id="guard-pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={pin.value}
        aria-describedby="guard-tries"
        onInput={({ currentTarget }) => {
          pin.value = currentTarget.value;
        }}
      />
      <p id="guard-tries" role="status">
        {wasWrong.value ? t("guard.wrong", { count: triesLeft }) : ""}
      </p>
      <Button
        kind="primary"
        type="submit"
        disabled={pin.value.length < 4}
        busy={guard.isChecking.value && t("guard.checking")}
      >
        {t("guard.open")}
      </Button>
    </form>
  );
};
