// The presenter's view on the laptop: what is on the wall and what comes next, the time of each stage, remarks and evidence.
// The wall itself is a window of its own, which these keys turn too.
import { useEffect, useRef } from "preact/hooks";
import { moveOf } from "../../../report/slides.ts";
import { Button } from "../../../ui/button.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { toShowAddress } from "../../show/show-channel.ts";
import { SlideView } from "../../show/slide-view.tsx";
import { browserWakeHost, createWakeLock } from "../../wake-lock.ts";
import { toThreadAddress } from "../use-thread-key.ts";
import type { WithEvent } from "./event-context.ts";
import { LanguageField } from "./language-field.tsx";
import { StageClock } from "./stage-clock.tsx";
import "./present.css";

/** Turning works wherever the focus is, but never while somebody types. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select") !== null;

const everywhere = ["PageDown", "PageUp", "ArrowLeft", "ArrowRight"];

export const PresentPart = ({ context }: WithEvent) => {
  const t = useT("event");
  const { seat, pack, view } = context;
  const { presenter } = seat;
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const isInside =
        event.target instanceof Element && region.current?.contains(event.target) === true;
      const move = moveOf(event.key, document.documentElement.dir === "rtl");
      if (!everywhere.includes(event.key) && !(isInside && move === "black")) return;
      if (!move || move === "full") return;
      event.preventDefault();
      presenter.move(move);
    };
    addEventListener("keydown", press);
    const wake = createWakeLock(browserWakeHost());
    wake.start();
    return () => {
      removeEventListener("keydown", press);
      wake.stop();
    };
  }, [presenter]);
  const shown = presenter.shown.value;
  const slide = presenter.slide.value;
  if (!pack || !shown || !slide) return null;
  const at = presenter.at.value;
  const place = `${at + 1}/${shown.slides.length}`;
  const address = toShowAddress(view.eventId, pack.words.frame);
  const open = (event: Event) => {
    const features = "popup,width=1280,height=720";
    // Where a window of its own is refused, the link opens a tab.
    if (window.open(address, "kuuluu-show", features)) event.preventDefault();
  };
  return (
    <div class="event-present" ref={region}>
      <div class="event-bar">
        <a
          class="button button-primary"
          href={address}
          target="kuuluu-show"
          rel="opener"
          onClick={open}
        >
          {t("present.open")}
        </a>
        <p class="muted" role="status">
          {presenter.isSeen.value ? t("present.isOpen") : t("present.notOpen")}
        </p>
        <LanguageField context={context} />
        <Button
          kind="quiet"
          aria-pressed={presenter.theme.value === "dark"}
          onClick={() => presenter.setTheme(presenter.theme.value === "dark" ? "light" : "dark")}
        >
          {t("present.dark")}
        </Button>
      </div>
      <div class="event-stages">
        <section class="event-now" aria-label={t("present.now")}>
          <p class="event-caption">
            <b>{t("present.now")}</b>
            <span aria-live="polite">
              {place}
              {presenter.isBlack.value && ` · ${t("present.isBlack")}`}
            </span>
          </p>
          <div class={`event-preview${presenter.isBlack.value ? " event-preview-black" : ""}`}>
            <div class="event-preview-page" data-theme={presenter.theme.value}>
              <SlideView {...{ slide, place, lang: shown.lang, name: shown.name }} />
            </div>
          </div>
          <div class="event-turns">
            <Button aria-label={t("present.back")} onClick={() => presenter.move("back")}>
              <span aria-hidden="true" class="mirrored">
                ‹
              </span>{" "}
              {t("present.back")}
            </Button>
            <Button aria-label={t("present.next")} onClick={() => presenter.move("next")}>
              {t("present.next")}{" "}
              <span aria-hidden="true" class="mirrored">
                ›
              </span>
            </Button>
            <Button aria-pressed={presenter.isBlack.value} onClick={() => presenter.move("black")}>
              {t("present.black")}
            </Button>
            <a class="button button-plain" href={`#/desk/event/${view.eventId}?part=room`}>
              {t("present.toRoom")}
            </a>
          </div>
          <p class="muted event-keys">{t("present.keys")}</p>
        </section>
        <section class="event-aside" aria-label={t("present.aside")}>
          <StageClock context={context} />
          <Remarks context={context} />
          <NextSlide context={context} />
        </section>
      </div>
    </div>
  );
};

const NextSlide = ({ context }: WithEvent) => {
  const t = useT("event");
  const { presenter } = context.seat;
  const next = presenter.next.value;
  const shown = presenter.shown.value;
  if (!shown) return null;
  return (
    <div>
      <p class="event-caption">
        <b>{t("present.nextUp")}</b>
      </p>
      {next ? (
        <div class="event-preview event-preview-next">
          <div class="event-preview-page" data-theme={presenter.theme.value}>
            <SlideView
              {...{ slide: next, lang: shown.lang, name: shown.name }}
              place={`${presenter.at.value + 2}/${shown.slides.length}`}
            />
          </div>
        </div>
      ) : (
        <p class="muted">{t("present.isLast")}</p>
      )}
    </div>
  );
};

/** Of the slide that is up: what the coordinator noted for herself, and the way to what it rests on. */
const Remarks = ({ context }: WithEvent) => {
  const t = useT("event");
  const format = useFormat();
  const { seat, view, pack } = context;
  const findingId = seat.presenter.slide.value?.findingId;
  const finding = pack?.content.dimensions
    .flatMap(({ findings }) => findings)
    .find((each) => each.findingId === findingId);
  const remark = Object.entries(view.fields.remarks).find(([id]) => id === findingId)?.[1];
  return (
    <div class="event-remarks">
      <p class="event-caption">
        <b>{t("present.remarks")}</b>
        <span>{format.time(seat.presenter.now.value)}</span>
      </p>
      {remark === undefined ? (
        <p class="muted">{t("present.noRemarks")}</p>
      ) : (
        <p class="event-remark" dir="auto">
          {remark}
        </p>
      )}
      {finding && (
        <p class="muted">
          {finding.evidence}{" "}
          <a href={toThreadAddress("finding", finding.findingId)}>{t("present.evidence")}</a>
        </p>
      )}
    </div>
  );
};
