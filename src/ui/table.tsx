// A real table: caption, header cells with scope. Wide ones scroll by themselves; `stacked` ones turn into
// labelled lines on a narrow screen.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./table.css";

export type Column<R> = {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: R) => ComponentChildren;
  /** Right-hand aligned, tabular figures. */
  readonly numeric?: boolean;
  /** The cell that names the row. */
  readonly header?: boolean;
  /** Given where the table can be ordered by this column. */
  readonly sort?: {
    readonly direction: "ascending" | "descending" | "none";
    readonly onSort: () => void;
  };
};

export type TableProps<R> = {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly narrow?: "scroll" | "stacked";
  /** Stands in place of the rows when there are none. */
  readonly empty?: ComponentChildren;
};

const signs = { ascending: " ↑", descending: " ↓", none: "" } as const;

const HeadCell = <R,>({ column }: { readonly column: Column<R> }) => {
  const { sort } = column;
  return (
    <th scope="col" class={column.numeric ? "numeric" : undefined} aria-sort={sort?.direction}>
      {sort ? (
        <button type="button" class="table-sort" onClick={sort.onSort}>
          {column.label}
          <span aria-hidden="true">{signs[sort.direction]}</span>
        </button>
      ) : (
        column.label
      )}
    </th>
  );
};

const Cell = <R,>({ column, row }: { readonly column: Column<R>; readonly row: R }) =>
  column.header ? (
    <th scope="row">{column.cell(row)}</th>
  ) : (
    <td class={column.numeric ? "numeric" : undefined} data-label={column.label}>
      {column.cell(row)}
    </td>
  );

export const Table = <R,>(props: TableProps<R>) => {
  const id = useId();
  const { columns, rows, narrow = "scroll" } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class={`table-frame table-${narrow}`} aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id} class={props.captionHidden ? "unseen" : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
          {rows.length === 0 && props.empty && (
            <tr>
              <td colSpan={columns.length}>{props.empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
};
