// The paper for when there is no tablet: the same fields as on the screen, one line a note, to be typed in afterwards.
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DimensionShape } from "../../../ui/dimension-mark.tsx";
import { Page } from "../../../ui/page.tsx";
import { PrintSheet } from "../../../ui/print-sheet.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import type { RoundRow, SessionRow } from "../desk-view.ts";
import type { PrintTarget } from "../print-model.ts";

/** As many as fit on a sheet, with room to write. */
const rowsFirst = 12;
const rowsLater = 13;

export const PaperForm = ({ target }: { readonly target: PrintTarget }) => {
  const t = useT("entering");
  return (
    <Page title={t("form.title")} width="full" namespace="entering">
      <div class="screen-only stack form">
        <p>{t("form.body")}</p>
        <div class="actions">
          <Button kind="primary" onClick={() => window.print()}>
            {t("form.print")}
          </Button>
          <LinkButton href={`#/desk/sessions/${target.round.roundId}`}>
            {t("toSessions")}
          </LinkButton>
        </div>
      </div>
      {target.sessions.map((session) => (
        <FormOf key={session.card.session} session={session} round={target.round} />
      ))}
    </Page>
  );
};

const FormOf = ({ session, round }: { readonly session: SessionRow; readonly round: RoundRow }) => {
  const t = useT("entering");
  const format = useFormat();
  const spoken = useTexts().spoken("entering");
  const { title, place, plannedFor } = session.card.fields;
  const sheet = { size: "a4-landscape", lang: spoken.code, dir: spoken.dir } as const;
  return (
    <>
      <PrintSheet {...sheet} label={t("form.first", { title })}>
        <div class="form-paper">
          <header class="form-head">
            <h2 dir="auto">{title}</h2>
            <p>
              {[plannedFor && format.longDay(`${plannedFor}T12:00:00Z`), place]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <p class="form-facts">
              <span>{t("form.day")}</span>
              <span>{t("form.people")}</span>
              <span>☐ {t("form.notice")}</span>
            </p>
            <p>{t("form.rule")}</p>
          </header>
          <FormTable round={round} rows={rowsFirst} />
        </div>
      </PrintSheet>
      <PrintSheet {...sheet} label={t("form.next", { title })}>
        <div class="form-paper">
          <FormTable round={round} rows={rowsLater} />
          <p>{t("form.safe")}</p>
        </div>
      </PrintSheet>
    </>
  );
};

const FormTable = ({ round, rows }: { readonly round: RoundRow; readonly rows: number }) => {
  const t = useT("entering");
  const { code } = useTexts().spoken("entering");
  const { dimensions } = round.fields.codebook;
  return (
    <table class="form-table">
      <thead>
        <tr>
          <th scope="col">{t("form.speaker")}</th>
          <th scope="col" class="form-said">
            {t("form.said")}
          </th>
          <th scope="col">{t("form.language")}</th>
          {dimensions.map(({ id, short }, at) => (
            <th key={id} scope="col" class="form-tick">
              <DimensionShape number={at + 1} /> {at + 1}
              <small>{short[code] ?? short.fi}</small>
            </th>
          ))}
          <th scope="col" class="form-tick">
            ▲ ▼ ◆
          </th>
          <th scope="col" class="form-tick">
            {t("form.quote")}
          </th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, at) => (
          <tr key={at}>
            {Array.from({ length: dimensions.length + 5 }, (__, cell) => (
              <td key={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
