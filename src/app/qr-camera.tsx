// Reads QR codes through the camera. The picture is looked at on this device and kept nowhere.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Bytes, parseUtf8 } from "../base/bytes.ts";
import { readQr } from "../sync/qr-code.ts";
import { Button } from "../ui/button.tsx";

/** Undefined `mediaDevices`: no camera here, or the page is not behind HTTPS. */
export const hasCamera = (): boolean =>
  typeof navigator !== "undefined" && typeof navigator.mediaDevices?.getUserMedia === "function";

/** Called for each code found, the same one again and again while it is in sight. */
export type OnCode = (code: Bytes) => "more" | "enough" | Promise<"more" | "enough">;

const maxSide = 720;
// Enough pixels for the codes of another screen, where the camera has them.
const wished = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } };

/** The next picture of the camera, or of the screen where the engine does not tell. */
const onNextPicture = (video: HTMLVideoElement, work: () => void): void => {
  if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(work);
  else requestAnimationFrame(work);
};

/**
 * Looks at pictures until `onCode` has enough; answers how to stop. Only the square in the middle is looked at, which is
 * what the person sees. In the page itself: a look takes 20–60 ms at a quarter of this machine's speed (measured in
 * Chromium), less than a worker would have to win, and the video goes on by itself meanwhile.
 */
const watchPictures = (video: HTMLVideoElement, onCode: OnCode): (() => void) => {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  let stopped = false;
  const look = async (): Promise<void> => {
    if (stopped || !context) return;
    const { videoWidth, videoHeight } = video;
    const cut = Math.min(videoWidth, videoHeight);
    if (cut > 0) {
      const side = Math.min(cut, maxSide);
      canvas.width = side;
      canvas.height = side;
      const [x, y] = [(videoWidth - cut) / 2, (videoHeight - cut) / 2];
      context.drawImage(video, x, y, cut, cut, 0, 0, side, side);
      const code = await readQr(context.getImageData(0, 0, side, side));
      if (stopped) return;
      if (code && (await onCode(code)) === "enough") return;
    }
    onNextPicture(video, () => void look());
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

type CameraProps = { readonly words: QrCameraWords; readonly onClose: () => void };

/** One text, as from a card. */
export const QrCamera = ({
  onText,
  ...rest
}: CameraProps & { readonly onText: (text: string) => void }) => (
  <CodeCamera
    {...rest}
    onCode={(code) => {
      const text = parseUtf8(code);
      if (text === undefined) return "more"; // No card of ours.
      onText(text);
      return "enough";
    }}
  />
);

/** As many codes as it takes. `onCode` is taken from the first drawing. */
export const CodeCamera = ({
  words,
  onCode,
  onClose,
}: CameraProps & { readonly onCode: OnCode }) => {
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
    navigator.mediaDevices.getUserMedia({ video: wished }).then(
      (given) => {
        stream = given;
        const element = video.current;
        if (closed || !element) return end();
        element.srcObject = given;
        void element.play();
        stopWatching = watchPictures(element, onCode);
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
