// The way to more rows: by itself when it is scrolled to, and by a press for those who come by keyboard.
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { useT } from "../../../ui/use-texts.ts";

export const More = (props: { readonly count: number; readonly onMore: () => void }) => {
  const t = useT("reading");
  const { count, onMore } = props;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { rootMargin: "300px" },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place}>
      <Button onClick={onMore}>{t("notes.more", { count })}</Button>
    </div>
  );
};
