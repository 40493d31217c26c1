// The first page: the sessions of this device and the two ways on. A locked session tells nothing of itself.
import { useEffect, useMemo } from "preact/hooks";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Message } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { OpenFilePart } from "../keeping/open-file-part.tsx";
import { RemovedPart } from "../keeping/removed-part.tsx";
import { FailureAlert } from "../session/failure-words.tsx";
import { stageKey, stageSign } from "../session/stage-words.ts";
import { Shell } from "../shell/shell.tsx";
import { HomeNotice } from "../support/home-notice.tsx";
import { isOverdue } from "../support/overdue.ts";
import { createHomeModel, type HomeSession } from "./home-model.ts";
import { LostCard } from "./lost-card.tsx";
import "../session/session.css";

const SessionRow = (props: {
  readonly deps: AppDeps;
  readonly session: HomeSession;
  /** A day or longer on this device only. */
  readonly overdue: boolean;
}) => {
  const t = useT("session");
  const device = useT("device");
  const format = useFormat();
  const { deps, session, overdue } = props;
  const { open, dispatch, box } = session;
  const address = `#/session/${box}`;
  return (
    <li class="session-row">
      <p class="session-title">{open ? (open.title ?? t("home.untitled")) : t("home.locked")}</p>
      <p>
        {dispatch && (
          <>
            <span aria-hidden="true">{stageSign[dispatch.stage]} </span>
            {t(stageKey[dispatch.stage])}
            {" · "}
          </>
        )}
        {open?.hasBegun
          ? t("home.notes", { count: open.notes })
          : t("home.added", { time: format.dayTime(session.addedAt) })}
      </p>
      {dispatch !== undefined && dispatch.waiting > 0 && (
        <p>{t("home.waiting", { count: dispatch.waiting })}</p>
      )}
      {!open && dispatch !== undefined && dispatch.unbundled > 0 && (
        <p>{t("home.onlyHere", { count: dispatch.unbundled })}</p>
      )}
      {overdue && (
        <Message kind="warning">
          <p>{open ? device("overdue.row") : device("overdue.lockedRow")}</p>
        </Message>
      )}
      {open ? (
        <div class="actions">
          <LinkButton kind="primary" href={`${address}/${open.hasBegun ? "write" : "start"}`}>
            {open.hasBegun ? t("home.write") : t("home.prepare")}
          </LinkButton>
          {open.hasBegun && <LinkButton href={`${address}/review`}>{t("home.review")}</LinkButton>}
          <LinkButton href={`${address}/hand-over`}>{t("home.handOver")}</LinkButton>
        </div>
      ) : (
        <>
          <p>{t("home.lockedBody")}</p>
          <LinkButton kind="quiet" href={`${address}/keeping`}>
            {t("keeping.link")}
          </LinkButton>
          <LostCard deps={deps} box={box} />
        </>
      )}
    </li>
  );
};

export const HomeScreen = ({ deps }: { readonly deps: AppDeps }) => {
  const t = useT("session");
  const device = useT("device");
  const { marks } = deps;
  const model = useMemo(() => createHomeModel(deps), [deps]);
  useEffect(() => model.stop, [model]);
  const sessions = model.sessions.value;
  const isCompared = model.state.value === "ready" && marks.isCompared.value;
  const isEmpty = isCompared && sessions.length === 0;
  const hasOpen = sessions.some(({ open }) => open !== undefined);
  const join = (
    <LinkButton kind={hasOpen ? "plain" : "primary"} href="#/join">
      {t("home.join")}
    </LinkButton>
  );
  return (
    <Shell>
      <Page title={t("home.title")} namespace="session">
        <FailureAlert error={model.failure.value} />
        <HomeNotice marks={marks} />
        {!isCompared && <Busy />}
        {isEmpty && !marks.lost.value && (
          <Empty title={t("home.emptyTitle")} actions={join}>
            <p>{t("home.emptyBody")}</p>
          </Empty>
        )}
        {sessions.length > 0 && (
          <ul class="ruled">
            {sessions.map((session) => (
              <SessionRow
                key={session.box}
                deps={deps}
                session={session}
                overdue={isOverdue(marks.boxes.value.get(session.box), deps.env.now())}
              />
            ))}
          </ul>
        )}
        <ul class="home-ways">
          {sessions.length > 0 && <li>{join}</li>}
          <li>
            <LinkButton href="#/prepare">{device("prepare.title")}</LinkButton>
            <p class="muted">{device("prepare.body")}</p>
          </li>
          <li>
            <LinkButton href="#/desk">{t("home.desk")}</LinkButton>
            <p class="muted">{model.hasDesk.value ? t("home.deskHere") : t("home.deskBody")}</p>
          </li>
        </ul>
        <RemovedPart deps={deps} />
        {hasOpen && <OpenFilePart deps={deps} />}
      </Page>
    </Shell>
  );
};
