// The scribe's live screen, once what it needs is open.
import type { ComponentChildren } from "preact";
import { useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { useSettings } from "../shell/app-root.tsx";
import { CaptureLive } from "./capture-live.tsx";
import { createCaptureModel } from "./capture-model.ts";
import { OpenedSession } from "./opened-session.tsx";

export type CaptureScreenProps = {
  readonly deps: AppDeps;
  readonly box: OpenBox;
  /** Between header and log: what the practice is saying. */
  readonly above?: ComponentChildren;
};

export const CaptureScreen = ({ deps, box, above }: CaptureScreenProps) => {
  const texts = useTexts();
  const { settings } = useSettings();
  return (
    <OpenedSession
      deps={deps}
      box={box}
      create={({ guide, codebook, usualLanguage }) =>
        createCaptureModel(deps, box, guide, codebook, {
          lang: usualLanguage ?? texts.language().code,
          inlineCodes: () => settings.value.inlineCodes,
        })
      }
      draw={(loaded, model, again) => (
        <CaptureLive
          deps={deps}
          box={box}
          loaded={loaded}
          model={model}
          onStale={again}
          above={above}
        />
      )}
    />
  );
};
