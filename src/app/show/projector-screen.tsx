// The window on the wall: one slide, no controls. Everything is done by keys, since a clicker is a keyboard.
import { useEffect } from "preact/hooks";
import { moveOf } from "../../report/slides.ts";
import { useT } from "../../ui/use-texts.ts";
import type { ProjectorModel } from "./projector-model.ts";
import { SlideView } from "./slide-view.tsx";

export type ProjectorPage = {
  readonly root: { lang: string; dir: string; readonly dataset: DOMStringMap };
  readonly toggleFullScreen: () => void;
};

export const ProjectorScreen = (props: {
  readonly model: ProjectorModel;
  readonly page: ProjectorPage;
}) => {
  const t = useT("event");
  const { model, page } = props;
  const state = model.state.value;
  const slide = model.slide.value;
  const isRightToLeft = page.root.dir === "rtl";
  useEffect(() => {
    if (state) page.root.dataset.theme = state.theme;
  }, [state?.theme]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const move = moveOf(event.key, isRightToLeft);
      if (!move) return;
      event.preventDefault();
      if (move === "full") page.toggleFullScreen();
      else model.move(move);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [model, isRightToLeft]);
  if (!state || !slide) {
    return (
      <main class="show">
        <div class="show-wait">
          <h1>{t("show.waiting")}</h1>
          <p>{t("show.waitingBody")}</p>
        </div>
      </main>
    );
  }
  return (
    <main class="show">
      <SlideView
        {...{ slide, lang: state.lang, name: state.name, isMain: true }}
        place={`${state.at + 1}/${state.slides.length}`}
      />
      {state.isBlack && <div class="show-black" role="status" aria-label={t("show.black")} />}
    </main>
  );
};
