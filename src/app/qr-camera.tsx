// Reads one QR code through the camera. The picture is looked at on this device and kept nowhere.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { readQr } from "../sync/qr-code.ts";
import { Button } from "../ui/button.tsx";

/** Undefined `mediaDevices`: no camera here, or the page is not behind HTTPS. */
export const hasCamera = (): boolean =>
  typeof navigator !== "undefined" && typeof navigator.mediaDevices?.getUserMedia === "function";

const side = 480;

/** Looks at frames until one holds a code; answers how to stop. */
const watchFrames = (video: HTMLVideoElement, onText: (text: string) => void): (() => void) => {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  let stopped = false;
  const look = async (): Promise<void> => {
    if (stopped || !context) return;
    const [width, height] = [video.videoWidth, video.videoHeight];
    if (width > 0) {
      const scale = Math.min(1, (2 * side) / Math.max(width, height));
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const text = await readQr(context.getImageData(0, 0, canvas.width, canvas.height));
      if (text !== undefined && !stopped) {
        onText(text);
        return;
      }
    }
    requestAnimationFrame(() => void look());
  };
  void look();
  return () => {
    stopped = true;
  };
};

export type QrCameraWords = {
  readonly video: string;
  readonly close: string;
  /** Refused by the person. */
  readonly denied: string;
  /** In use, or broken. */
  readonly failed: string;
};

export const QrCamera = ({
  words,
  onText,
  onClose,
}: {
  readonly words: QrCameraWords;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}) => {
  const fault = useSignal<"denied" | "failed" | undefined>(undefined);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let stopWatching = () => {};
    let closed = false;
    const end = () => {
      closed = true;
      stopWatching();
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(
      (given) => {
        stream = given;
        const element = video.current;
        if (closed || !element) return end();
        element.srcObject = given;
        void element.play();
        stopWatching = watchFrames(element, onText);
      },
      (thrown: unknown) => {
        const isDenied = thrown instanceof DOMException && thrown.name === "NotAllowedError";
        fault.value = isDenied ? "denied" : "failed";
      },
    );
    return end;
  }, []);
  return (
    <div class="stack">
      {fault.value ? (
        <p role="alert">{words[fault.value]}</p>
      ) : (
        <video ref={video} class="qr-camera" playsInline muted aria-label={words.video} />
      )}
      <Button kind="quiet" onClick={onClose}>
        {words.close}
      </Button>
    </div>
  );
};
