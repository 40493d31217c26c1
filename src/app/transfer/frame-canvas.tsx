// One code on white, in every theme: cameras expect dark modules on light. A module is a whole number of the screen's own
// dots wide, so that no edge is blurred.
import type { ReadonlySignal } from "@preact/signals";
import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { QrModules } from "../../sync/qr-code.ts";

const draw = (canvas: HTMLCanvasElement, modules: QrModules): void => {
  const size = modules.length;
  const context = canvas.getContext("2d");
  const room = canvas.parentElement?.clientWidth ?? 0;
  if (!context) return;
  const dot = Math.max(1, Math.floor((room * devicePixelRatio) / size));
  canvas.width = size;
  canvas.height = size;
  canvas.style.inlineSize = `${(size * dot) / devicePixelRatio}px`;
  const image = context.createImageData(size, size);
  modules.forEach((row, y) => {
    row.forEach((isDark, x) => {
      const from = (y * size + x) * 4;
      image.data.fill(isDark ? 0 : 255, from, from + 3);
      image.data[from + 3] = 255;
    });
  });
  context.putImageData(image, 0, 0);
};

export const FrameCanvas = (props: {
  readonly picture: ReadonlySignal<QrModules | undefined>;
  readonly label: string;
}) => {
  const { picture, label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  useSignalEffect(() => {
    const modules = picture.value;
    if (canvas.current && modules) draw(canvas.current, modules);
  });
  return (
    <div class="frame-box">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
};
