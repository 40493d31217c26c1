// Where the app starts in the browser.
import { render } from "preact";
import { createAppWorker } from "./app-worker.ts";
import { startAppUpdate } from "./update.ts";

const place = document.getElementById("app");
if (place)
  render(
    <main>
      <h1>kuuluu</h1>
    </main>,
    place,
  );

startAppUpdate({
  worker: createAppWorker(),
  isBusy: () => false,
  reload: () => location.reload(),
});
