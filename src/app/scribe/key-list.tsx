// Keys and what they do, as a list.
export const KeyList = ({ rows }: { readonly rows: readonly (readonly [string, string])[] }) => (
  <dl class="keys">
    {rows.map(([keys, words]) => (
      <div key={keys}>
        <dt>
          <kbd dir="ltr">{keys}</kbd>
        </dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
);
