// The desk's code on paper: the only way in when a device or a passphrase is lost. Two copies, kept apart.

import { Mark } from "../../ui/mark.tsx";
import { PrintSheet } from "../../ui/print-sheet.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { PaperQr, useFingerprint, useLanguageOfPage } from "./paper-parts.tsx";

export const RecoverySheet = (props: {
  readonly deps: AppDeps;
  readonly desk: OpenBox;
  readonly name: string;
  /** In groups of four. */
  readonly code: string;
}) => {
  const t = useT("desk");
  const format = useFormat();
  const language = useLanguageOfPage();
  const { deps, desk, name, code } = props;
  const fingerprint = useFingerprint(deps, desk.keys.recipient);
  return (
    <PrintSheet size="a4" lang={language.code} dir={language.dir} label={t("sheet.title")}>
      <div class="recovery">
        <header class="paper-head">
          <Mark />
          <p>{format.longDay(deps.env.now())}</p>
        </header>
        <h2>{t("sheet.title")}</h2>
        <p class="recovery-name">{name}</p>
        <p>{t("sheet.what")}</p>
        <div class="recovery-code">
          <p class="code" dir="ltr" lang="zxx">
            {code}
          </p>
          {/* The bare code, no link: a phone's own camera would leave a link in its history. */}
          <PaperQr text={code} label={t("sheet.qr")} />
        </div>
        <ol>
          <li>{t("sheet.two")}</li>
          <li>{t("sheet.apart")}</li>
          <li>{t("sheet.secret")}</li>
          <li>{t("sheet.lost")}</li>
        </ol>
        <h3>{t("sheet.useTitle")}</h3>
        <p>{t("sheet.use", { address: deps.env.baseUrl })}</p>
        <dl class="paper-facts">
          <dt>{t("sheet.fingerprint")}</dt>
          <dd class="code" dir="ltr" lang="zxx">
            {fingerprint}
          </dd>
          <dt>{t("sheet.kept")}</dt>
          <dd class="paper-line" />
        </dl>
      </div>
    </PrintSheet>
  );
};
