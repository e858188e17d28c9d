/** A point on Earth, in degrees. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Height of a cell: 0.045 degrees of latitude are about five kilometres. */
const cellDegrees = 0.045;

/**
 * The middle of the cell that the point lies in. Cells are about five kilometres high and wide
 * everywhere: rows of equal height, each cut into as many equal cells as fit its circumference. All
 * points of a cell give the same middle, so nothing finer can be computed from it.
 */
export function coarseCell({ latitude, longitude }: GeoPoint): GeoPoint {
  const rows = Math.floor(180 / cellDegrees);
  const row = cellIndex(latitude + 90, 180, rows);
  const middle = ((row + 0.5) * 180) / rows - 90;
  const columns = Math.max(1, Math.floor((360 * Math.cos(toRadians(middle))) / cellDegrees));
  const column = cellIndex(longitude + 180, 360, columns);
  return {
    latitude: rounded(middle),
    longitude: rounded(((column + 0.5) * 360) / columns - 180),
  };
}

function cellIndex(offset: number, span: number, cells: number): number {
  return Math.min(cells - 1, Math.floor((offset / span) * cells));
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** A hundred-thousandth of a degree is a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}
