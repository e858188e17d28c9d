import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarseCell, type GeoPoint } from './coarse-cell.ts';

const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const inhabited = fc.record({
  latitude: fc.double({ min: -75, max: 75, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('the coarse cell of a place', () => {
  it('is a place on Earth', () => {
    fc.assert(
      fc.property(place, (point) => {
        const { latitude, longitude } = coarseCell(point);
        expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
        expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
      }),
    );
  });

  it('is not moved by being taken again', () => {
    fc.assert(
      fc.property(place, (point) => {
        expect(coarseCell(coarseCell(point))).toEqual(coarseCell(point));
      }),
    );
  });

  it('is within four kilometres of the place', () => {
    fc.assert(
      fc.property(place, (point) => {
        expect(kilometres(point, coarseCell(point))).toBeLessThan(4);
      }),
    );
  });

  it('hides the place among those of five kilometres in each direction', () => {
    fc.assert(
      fc.property(inhabited, (point) => {
        const middle = coarseCell(point);
        const north = { ...middle, latitude: middle.latitude + 0.022 };
        const east = {
          ...middle,
          longitude: middle.longitude + 0.022 / Math.cos((middle.latitude * Math.PI) / 180),
        };
        expect(coarseCell(north)).toEqual(middle);
        if (east.longitude <= 180) expect(coarseCell(east)).toEqual(middle);
      }),
    );
  });
});

function kilometres(left: GeoPoint, right: GeoPoint): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const h =
    half(right.latitude - left.latitude) +
    Math.cos(radians(left.latitude)) *
      Math.cos(radians(right.latitude)) *
      half(right.longitude - left.longitude);
  return 2 * 6_371 * Math.asin(Math.sqrt(Math.min(1, h)));
}
