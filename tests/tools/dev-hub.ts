// Runs the hub beside the development server, so that /v1 answers there as it does in use.
import { spawn } from "node:child_process";
import type { Plugin } from "vite";

/** The hub keeps its data in ./data and is stopped with the server. */
export const devHubPlugin = (port: number): Plugin => ({
  name: "dev-hub",
  apply: "serve",
  config: () => ({ server: { proxy: { "/v1": `http://127.0.0.1:${port}` } } }),
  configureServer: (server) => {
    const hub = spawn(process.execPath, ["src/hub/main.ts"], {
      env: { ...process.env, PORT: String(port), HOST: "127.0.0.1" },
      stdio: "inherit",
    });
    const stop = () => hub.kill();
    server.httpServer?.once("close", stop);
    process.once("exit", stop);
  },
});
