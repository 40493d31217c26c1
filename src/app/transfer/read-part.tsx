// The receiving side: the camera, what is read so far, and what came of it. What was read goes the way of a chosen file.
import { type Signal, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Bytes } from "../../base/bytes.ts";
import { useAnnounce } from "../../ui/announcer.tsx";
import { Button } from "../../ui/button.tsx";
import { Alert, Status } from "../../ui/message.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { errorText } from "../error-key.ts";
import { CodeCamera, hasCamera } from "../qr-camera.tsx";
import { createFrameReader, type FrameReader } from "./frame-reader.ts";

export type ReadPartProps = {
  readonly deps: Pick<AppDeps, "crypto">;
  readonly onWhole: (bytes: Bytes) => void;
};

export const ReadPart = ({ deps, onWhole }: ReadPartProps) => {
  const t = useT("transfer");
  const format = useFormat();
  const isOpen = useSignal(false);
  const size = useSignal<number | undefined>(undefined);
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // What was pressed is gone: keys go on at what stands in its place, the camera's way out or the way in again.
    if (wasOpen.current !== isOpen.value) place.current?.querySelector("button")?.focus();
    wasOpen.current = isOpen.value;
  }, [isOpen.value]);
  if (!hasCamera()) return <p class="muted">{t("read.noCamera")}</p>;
  return (
    <div ref={place} class="stack">
      {isOpen.value ? (
        <Reading
          deps={deps}
          isOpen={isOpen}
          onWhole={(bytes) => {
            size.value = bytes.length;
            isOpen.value = false;
            onWhole(bytes);
          }}
        />
      ) : (
        <div class="actions">
          <Button
            onClick={() => {
              isOpen.value = true;
            }}
          >
            {t("read.open")}
          </Button>
        </div>
      )}
      {size.value !== undefined && !isOpen.value && (
        <Status>
          <p>{t("read.whole", { size: format.bytes(size.value) })}</p>
        </Status>
      )}
    </div>
  );
};

const Reading = ({
  deps,
  isOpen,
  onWhole,
}: ReadPartProps & { readonly isOpen: Signal<boolean> }) => {
  const t = useT("transfer");
  const errors = useT("errors");
  const reader = useMemo(() => createFrameReader(deps, onWhole), [deps]);
  const problem = reader.problem.value;
  return (
    <>
      <p>{t("read.how")}</p>
      {problem && (
        <Alert>
          <p>{errorText(errors, problem)}</p>
        </Alert>
      )}
      <CodeCamera
        words={{
          video: t("read.video"),
          close: t("read.close"),
          denied: t("read.denied"),
          failed: t("read.failed"),
        }}
        onCode={reader.take}
        onClose={() => {
          isOpen.value = false;
        }}
      />
      <HowFar reader={reader} />
    </>
  );
};

const HowFar = ({ reader }: { readonly reader: FrameReader }) => {
  const t = useT("transfer");
  const format = useFormat();
  const announce = useAnnounce();
  useSignalEffect(() => {
    const quarters = reader.quarters.value;
    if (quarters > 0) announce(t("read.quarter", { share: format.percent(quarters / 4) }));
  });
  const now = reader.reading.value;
  const { known, needed } = now.at === "reading" ? now : { known: 0, needed: 1 };
  return (
    <>
      <Progress
        label={t("read.known")}
        value={known}
        max={needed}
        counted={
          now.at === "looking"
            ? t("read.looking")
            : t("read.counted", { known: format.number(known), needed: format.number(needed) })
        }
      />
      {reader.isForeign.value && <p>{t("read.foreign")}</p>}
    </>
  );
};
