// Installing, in words and simple drawings. Drawn here, in one colour: what a person looks for on the glass.
import type { ComponentChildren } from "preact";
import { Button } from "../../ui/button.tsx";
import { MarkIcon } from "../../ui/mark.tsx";
import { Status } from "../../ui/message.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { InstallOffer } from "./install-offer.ts";
import type { InstallWay } from "./install-way.ts";
import "./prepare.css";

const Drawing = ({ children }: { readonly children: ComponentChildren }) => (
  <svg class="install-drawing" viewBox="0 0 48 48" aria-hidden="true">
    {children}
  </svg>
);

/** A square with an arrow out of its top. */
const ShareSign = () => (
  <Drawing>
    <path d="M17 19h-5v21h24V19h-5" />
    <path d="M24 30V7m-7 7 7-7 7 7" />
  </Drawing>
);
/** A plus in a rounded square, as in the line of the list. */
const AddSign = () => (
  <Drawing>
    <rect x="9" y="9" width="30" height="30" rx="6" />
    <path d="M24 16v16m-8-8h16" />
  </Drawing>
);
/** The upper edge of a sheet with its button at the end. */
const ConfirmSign = () => (
  <Drawing>
    <path d="M5 38V14a5 5 0 0 1 5-5h28a5 5 0 0 1 5 5v24" />
    <path d="M10 16h9" />
    <rect x="26" y="12" width="14" height="8" rx="4" class="install-filled" />
  </Drawing>
);
const HomeSign = () => (
  <span class="install-drawing install-app" aria-hidden="true">
    <MarkIcon />
  </span>
);

export const AppleSteps = () => {
  const t = useT("device");
  return (
    <>
      <p>{t("install.appleBody")}</p>
      <ol class="install-steps">
        <li>
          <ShareSign />
          <span>{t("install.appleShare")}</span>
        </li>
        <li>
          <AddSign />
          <span>{t("install.appleAdd")}</span>
        </li>
        <li>
          <ConfirmSign />
          <span>{t("install.appleConfirm")}</span>
        </li>
        <li>
          <HomeSign />
          <span>{t("install.appleOpen")}</span>
        </li>
      </ol>
      <p>{t("install.appleOther")}</p>
    </>
  );
};

const ByButton = ({ offer }: { readonly offer: InstallOffer }) => {
  const t = useT("device");
  switch (offer.state.value) {
    case "none":
      return <p>{t("install.chromeMenu")}</p>;
    case "accepted":
      return (
        <Status>
          <p>{t("install.accepted")}</p>
        </Status>
      );
    case "dismissed":
      return <p role="status">{t("install.dismissed")}</p>;
    default:
      return (
        <>
          <p>{t("install.buttonBody")}</p>
          <div class="actions">
            <Button onClick={() => void offer.ask()}>{t("install.button")}</Button>
          </div>
        </>
      );
  }
};

const words = {
  "safari-mac": "install.safariMac",
  firefox: "install.firefox",
  "firefox-mobile": "install.firefoxMobile",
  other: "install.other",
  done: "install.done",
} as const;

export const InstallGuide = ({
  way,
  offer,
}: {
  readonly way: InstallWay;
  readonly offer: InstallOffer;
}) => {
  const t = useT("device");
  if (way === "apple") return <AppleSteps />;
  if (way === "chromium") return <ByButton offer={offer} />;
  return <p>{t(words[way])}</p>;
};
