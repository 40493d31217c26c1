// The leaflet as it prints: one A4, black on white, in its own language and direction.

import { writtenLanguage } from "../../../i18n/languages.ts";
import type { LeafletPage } from "../../../report/leaflet.ts";
import { PrintSheet } from "../../../ui/print-sheet.tsx";
import { PaperQr } from "../paper-parts.tsx";

export const LeafletSheet = (props: {
  readonly page: LeafletPage;
  readonly label: string;
  readonly qrLabel: string;
}) => {
  const { page, label, qrLabel } = props;
  const fixed = { lang: page.wordsLang, dir: writtenLanguage(page.wordsLang).dir } as const;
  return (
    <PrintSheet size="a4" lang={page.lang} dir={page.dir} label={label}>
      <div class={page.isRoomy ? "leaflet leaflet-large" : "leaflet"}>
        <header>
          <p class="leaflet-kicker">
            <bdi>{page.kicker}</bdi>
          </p>
          <h2 {...fixed}>{page.title}</h2>
        </header>
        {page.sections.map(({ part, heading, items, remark }) => (
          <section key={part}>
            <h3 {...fixed}>{heading}</h3>
            {items.length > 0 && (
              <ul>
                {items.map(({ text, lines }) => (
                  <li key={text}>
                    <p dir="auto">{text}</p>
                    {lines.map((line) => (
                      <p key={line} class="leaflet-line">
                        {line}
                      </p>
                    ))}
                  </li>
                ))}
              </ul>
            )}
            {remark && <p {...fixed}>{remark}</p>}
          </section>
        ))}
        <footer class="leaflet-foot">
          <div>
            {page.address && (
              <p {...fixed}>
                {page.address.label}: <bdi class="leaflet-url">{page.address.url}</bdi>
              </p>
            )}
            <p {...fixed}>{page.foot}</p>
          </div>
          {page.address && (
            <div class="leaflet-qr">
              <PaperQr text={page.address.url} label={qrLabel} />
            </div>
          )}
        </footer>
      </div>
    </PrintSheet>
  );
};
