// The product's mark: the word kuuluu, its last two letters two facing arcs, like two ears or two people.
import "./marks.css";

/** Two arcs that face each other; the same drawing as the app icon. */
export const MarkIcon = () => (
  <svg class="mark-icon" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M13.8 20.3A6.1 6.1 0 1 1 7 10.7M25 10.7a6.1 6.1 0 1 1-6.8 9.6" />
  </svg>
);

/** The word, drawn. Decoration: whoever places it gives the name. */
export const Mark = () => (
  <svg class="mark-word" viewBox="0 0 128 38" aria-hidden="true">
    <path d="M5 4v29M18 14.5l-12.4 10M10.5 21l8 12M24.5 14.5v10a7.5 7.5 0 0 0 15 0v-10m0 0V33M47 14.5v10a7.5 7.5 0 0 0 15 0v-10m0 0V33M71 4v29" />
    <path d="M99.1 28.5a9.5 9.5 0 1 1-12.6-12.6M119.1 15.9a9.5 9.5 0 1 1-12.6 12.6" />
  </svg>
);
