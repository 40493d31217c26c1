// A part that is drawn once its file has come: nothing waits for it, and nothing is said where it cannot be had.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

export const useLater = (load: () => Promise<ComponentType>): ComponentType | undefined => {
  const [arrived, setArrived] = useState<{ readonly Part: ComponentType }>();
  useEffect(() => {
    load().then(
      (Part) => setArrived({ Part }),
      () => undefined,
    );
  }, [load]);
  return arrived?.Part;
};
