// Loaded before a program, with `?at=` an instant: its clock says that when it starts, and goes on from there.
const Real = Date;
const ahead = Real.parse(new URL(import.meta.url).searchParams.get('at')) - Real.now();

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + ahead);
    else super(...parts);
  }

  static now() {
    return Real.now() + ahead;
  }
};
