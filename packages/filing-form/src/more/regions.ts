/** The regions of GB/T 2260, from a kept package that is loaded when the first region is chosen. */

/** A region and what lies below it. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

/** The regions by level. */
export interface Regions {
  readonly provinces: readonly Region[];
  /** Prefectures of a province, counties of a prefecture, by its code. */
  below(code: string): readonly Region[];
  /** The names of a code and of all above it; a municipality is named once. */
  fullName(code: string): string;
}

let loading: Promise<Regions> | undefined;

/** Loads the regions; once it failed, the next call tries again. */
export async function loadRegions(): Promise<Regions> {
  loading ??= import('@vant/area-data').then(({ areaList }) => regionsOf(areaList));
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

function regionsOf(lists: {
  readonly province_list: Readonly<Record<string, string>>;
  readonly city_list: Readonly<Record<string, string>>;
  readonly county_list: Readonly<Record<string, string>>;
}): Regions {
  const { province_list, city_list, county_list } = lists;
  const listed = (list: Readonly<Record<string, string>>): readonly Region[] =>
    Object.entries(list).map(([code, name]) => ({ code, name }));
  const cities = listed(city_list);
  const counties = listed(county_list);
  return {
    provinces: listed(province_list),
    below: (code) =>
      code.endsWith('0000')
        ? cities.filter((city) => city.code.startsWith(code.slice(0, 2)))
        : counties.filter((county) => county.code.startsWith(code.slice(0, 4))),
    fullName(code) {
      const names = [province_list[`${code.slice(0, 2)}0000`], city_list[`${code.slice(0, 4)}00`], county_list[code]];
      return names.filter((name, at) => name !== undefined && name !== names[at - 1]).join('');
    },
  };
}
