// Thrown deep inside a sheet and caught once, where the file is read: there it becomes a typed failure with the row.
export class SheetRefused extends Error {
  readonly reason: "too-large" | "error-cell";
  readonly row: number;
  constructor(reason: "too-large" | "error-cell", row: number) {
    super(reason);
    this.reason = reason;
    this.row = row;
  }
}
