// Sheets of A4, in the pack's language: black on white first, colour as a help.
import { eventRoles } from "../../../domain/event-records.ts";
import type { EventView } from "../../../domain/events.ts";
import type { EventDimension } from "../../../report/event-deck.ts";
import { directionOf } from "../../../report/report-parts.ts";
import type { Said } from "../../../report/slides.ts";
import { DimensionShape } from "../../../ui/dimension-mark.tsx";
import { PrintSheet } from "../../../ui/print-sheet.tsx";
import { sayIn } from "./event-content.ts";
import type { EventPack } from "./event-context.ts";
import { roleKeys } from "./prepare-part.tsx";

type WithPack = { readonly pack: EventPack };
type OfView = WithPack & { readonly view: EventView };

export const spoken = ({ lang }: Said) => ({ lang, dir: "auto" as const });

const Head = ({ pack }: WithPack) => {
  const { content } = pack;
  const facts = [content.when, content.place].filter((text) => text !== "").join(" · ");
  return (
    <header class="paper-head">
      <strong {...spoken(content.name)}>{content.name.text}</strong>
      <span>{facts}</span>
    </header>
  );
};

export const DimensionSheets = ({ pack }: WithPack) => (
  <>
    {pack.content.dimensions.map((dimension) => (
      <DimensionSheet key={dimension.number} pack={pack} dimension={dimension} />
    ))}
  </>
);

const DimensionSheet = ({ pack, dimension }: WithPack & { readonly dimension: EventDimension }) => {
  const { words } = pack;
  const { t, frame } = words;
  const { number, name, findings } = dimension;
  return (
    <PrintSheet size="a4" lang={frame} dir={directionOf(frame)} label={name.text}>
      <Head pack={pack} />
      <div class="paper-dimension" data-dimension={number > 0 ? number : undefined}>
        <h2>
          {number > 0 && (
            <>
              <DimensionShape number={number} /> {number}{" "}
            </>
          )}
          {name.text}
        </h2>
        <p class="paper-lead">{t("paper.heard")}</p>
        {findings.map(({ findingId, statement, evidence, quotes }) => (
          <section key={findingId} class="paper-finding">
            <h3 {...spoken(statement)}>{statement.text}</h3>
            <p class="paper-evidence">{evidence}</p>
            {quotes.map(({ said, source }) => (
              <figure key={`${said.text} ${source}`}>
                <blockquote {...spoken(said)}>{said.text}</blockquote>
                <figcaption>– {source}</figcaption>
              </figure>
            ))}
            <p class="paper-ask">{t("paper.ask")}</p>
            <div class="paper-lines" aria-hidden="true" />
          </section>
        ))}
      </div>
      <p class="paper-foot">{t("paper.foot")}</p>
    </PrintSheet>
  );
};

export const ProgrammeSheet = ({ pack, view }: OfView) => {
  const { content, words } = pack;
  const { t, frame } = words;
  const { invited, attended } = view.fields;
  return (
    <PrintSheet size="a4" lang={frame} dir={directionOf(frame)} label={t("deck.programme")}>
      <Head pack={pack} />
      <h2>{t("deck.programme")}</h2>
      {content.stages.map(({ stage, name, minutes, items }, at) => (
        <section key={stage} class="paper-stage">
          <h3>
            {at + 1}. {name} <span class="paper-minutes">{t("minutes", { count: minutes })}</span>
          </h3>
          <ul>
            {items.map(({ said, minutes: own }) => (
              <li key={said.text}>
                <span {...spoken(said)}>{said.text}</span>
                <span class="paper-minutes">{t("minutes", { count: own })}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{t("people.title")}</h2>
      <p>{t("people.paper")}</p>
      <table class="paper-people">
        <thead>
          <tr>
            <th scope="col">{t("people.role")}</th>
            <th scope="col">{t("people.invited")}</th>
            <th scope="col">{t("people.attended")}</th>
          </tr>
        </thead>
        <tbody>
          {eventRoles.map((role) => (
            <tr key={role}>
              <th scope="row">{t(roleKeys[role])}</th>
              <td>{invited[role] ?? ""}</td>
              <td>{attended[role] ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
};

/** For the facilitator alone; in the language of the pack where there is one. */
export const ScriptSheet = ({ pack, view }: OfView) => {
  const { t, lang, frame } = pack.words;
  const script = sayIn(view.fields.script, lang);
  return (
    <PrintSheet size="a4" lang={frame} dir={directionOf(frame)} label={t("script.title")}>
      <Head pack={pack} />
      <h2>{t("script.title")}</h2>
      {script ? (
        <p class="paper-script" {...spoken(script)}>
          {script.text}
        </p>
      ) : (
        <p>{t("script.none")}</p>
      )}
    </PrintSheet>
  );
};
