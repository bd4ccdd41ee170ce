import { chartName } from './chart.ts';
import { type ChartCourse, followChart } from './course.ts';
import type { Place, StoredRun } from './history.ts';
import type { Reader } from './ports.ts';

/** The courses of a video through all charts it was in, in the order in which it reached them. `places` are its places, oldest first. */
export async function followVideo(reader: Reader, places: readonly (Place & StoredRun)[]): Promise<ChartCourse[]> {
  const courses: ChartCourse[] = [];
  for (const chart of new Set(places.map(chartName))) {
    const own = places.filter((place) => chartName(place) === chart);
    const [first, last] = [own[0], own.at(-1)];
    const runs = first && last ? await reader.chartRuns(first, { from: first.run, to: last.run }) : [];
    const course = followChart(own, runs);
    if (course) courses.push(course);
  }
  return courses;
}
