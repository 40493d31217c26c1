// The product's mark: the word kuuluu, its last two letters two facing arcs, like two ears or two people.
import "./marks.css";

/** Two arcs that face each other; the same drawing as the app icon. */
export const MarkIcon = () => (
  <svg class="mark-icon" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M13 5.5a11 11 0 0 0 0 21M19 5.5a11 11 0 0 1 0 21" />
  </svg>
);

/** The word as a picture with a name. */
export const Mark = () => (
  <svg class="mark-word" viewBox="0 0 132 40" role="img" aria-label="Kuuluu">
    <path d="M6 6v26M20 14 7 24M12 20.500l9 11.500M30 14v10.500a7 7 0 0 0 14 0V14M44 14v18M54 14v10.500a7 7 0 0 0 14 0V14M68 14v18M78 6v26" />
    <path d="M96 13.500a10 10 0 0 0 0 19M108 13.500a10 10 0 0 1 0 19" />
  </svg>
);
