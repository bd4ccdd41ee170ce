import {
  groupBy,
  hoursBetween,
  lookBack,
  median,
  newestTime,
  orderBy,
  pick,
  round,
  type Row,
  sum,
  type Tables,
} from './data-document-rows.ts';

/** The answers to the questions of docs/data.md, counted in the plainest way, under their headings. */
export const answers: Readonly<Record<string, (tables: Tables) => Row[]>> = {
  'What is new in the top 5 of Poland this week?'(tables) {
    const { runs, timeOf, videoOf } = lookBack(tables, 7);
    const isPoland = ({ region, category }: { region: string; category: number }): boolean => region === 'PL' && category === 0;
    const top = tables.appearances.filter((place) => isPoland(place) && place.rank <= 5);
    const watched = tables.charts.find((chart) => isPoland(chart) && chart.status === 'stored')?.run_id ?? Infinity;
    const rows = groupBy(top, (place) => place.video_id).flatMap(([id, places]): Row[] => {
      const first = places[0]?.run_id ?? 0;
      if (first <= watched || !runs.some((run) => run.run_id === first)) return [];
      return [{ ...videoOf(id), entered_at: timeOf(first), best_rank: Math.min(...places.map(({ rank }) => rank)) }];
    });
    const sorted = rows.toSorted(orderBy('-entered_at', 'best_rank', 'title'));
    return pick(sorted, 'entered_at', 'best_rank', 'title', 'channel_title');
  },

  'What grew fastest in the last 24 hours?'(tables) {
    const { timeOf, videoOf } = lookBack(tables, 2);
    const since = newestTime(tables) - 86_400_000;
    const counted = tables.snapshots.filter(({ run_id: run, views }) => views !== null && Date.parse(timeOf(run)) >= since);
    const rows = groupBy(counted, (row) => row.video_id).flatMap(([id, counts]): Row[] => {
      const steps = counts.slice(1).map((count, index) => {
        const before = counts[index] ?? count;
        return { gained: (count.views ?? 0) - (before.views ?? 0), hours: hoursBetween(timeOf(before.run_id), timeOf(count.run_id)) };
      });
      const rising = steps.filter((step) => step.gained >= 0 && step.hours > 0);
      const [gained, hours] = [sum(rising.map((step) => step.gained)), sum(rising.map((step) => step.hours))];
      return rising.length === 0 ? [] : [{ ...videoOf(id), gained, hours: round(hours, 1), views_per_hour: round(gained / hours, 0) }];
    });
    return pick(rows.toSorted(orderBy('-views_per_hour', 'video_id')).slice(0, 10), 'title', 'gained', 'hours', 'views_per_hour');
  },

  'Which hits of several regions have never been in Austria?'({ videos, snapshots, appearances }) {
    const last = snapshots.at(-1)?.run_id;
    const rows = videos.flatMap((video): Row[] => {
      const places = appearances.filter((place) => place.video_id === video.video_id);
      const now = places.filter((place) => place.run_id === last && place.category === 0);
      if (now.length < 2 || places.some((place) => place.region === 'AT')) return [];
      const views = snapshots.find((row) => row.run_id === last && row.video_id === video.video_id)?.views ?? null;
      return [{ ...video, views, regions: now.length, ranks: now.map(({ region, rank }) => `${region} ${rank}`).join(', ') }];
    });
    return pick(rows.toSorted(orderBy('-regions', '-views', 'video_id')).slice(0, 10), 'title', 'views', 'regions', 'ranks');
  },

  'How long do videos stay on a chart?'(tables) {
    const { whole, shown, timeOf } = lookBack(tables, 30);
    const rows = groupBy(whole, (chart) => chart.region).flatMap(([region, charts]): Row[] => {
      const runs = charts.map((chart) => chart.run_id);
      const own = shown.filter((place) => place.region === region && runs.includes(place.run_id));
      const stays = groupBy(own, (place) => place.video_id).flatMap(([, places]) => {
        const [first = 0, last = 0] = [places[0]?.run_id, places.at(-1)?.run_id];
        return first === runs[0] || last === runs.at(-1) ? [] : [hoursBetween(timeOf(first), timeOf(last))];
      });
      if (stays.length === 0) return [];
      return [{ region, stays: stays.length, median_hours: round(median(stays), 1), longest: round(Math.max(...stays), 1) }];
    });
    return rows.toSorted(orderBy('-median_hours', 'region'));
  },

  'Which region sees hits first, and which last?'(tables) {
    const { runs, whole, shown, timeOf, videoOf } = lookBack(tables, 30);
    const starts = new Map(groupBy(whole, (chart) => chart.region).map(([region, charts]) => [region, charts[0]?.run_id ?? 0]));
    const watched = shown.filter((place) => starts.has(place.region));
    const hits = groupBy(watched, (place) => place.video_id).flatMap(([id, places]) => {
      const start = timeOf(places[0]?.run_id ?? 0);
      const entries = groupBy(places, (place) => place.region).map(([region, own]) => {
        const run = own[0]?.run_id ?? 0;
        return { region, isSeen: run > (starts.get(region) ?? 0), behind: hoursBetween(start, timeOf(run)) };
      });
      const last = Math.max(...entries.map(({ behind }) => behind));
      const isNew = videoOf(id).first_run >= (runs[0]?.run_id ?? 0) && entries.every(({ isSeen }) => isSeen);
      return isNew && last > 0 ? entries.map(({ region, behind }) => ({ region, behind, isLast: behind === last })) : [];
    });
    const rows = groupBy(hits, (hit) => hit.region).map(([region, own]) => {
      const [first, last] = [own.filter(({ behind }) => behind === 0).length, own.filter(({ isLast }) => isLast).length];
      return { region, hits: own.length, first, last, hours_behind: round(sum(own.map(({ behind }) => behind)) / own.length, 1) };
    });
    return rows.toSorted(orderBy('hours_behind', 'region'));
  },

  'What share of each chart is in the local language?'(tables) {
    const spoken = { US: ['en'], GB: ['en'], PL: ['pl'], NL: ['nl'], SE: ['sv'], NO: ['no', 'nb', 'nn'], AT: ['de'] };
    const { shown, videoOf } = lookBack(tables, 7);
    const rows = Object.entries(spoken).map(([region, languages]) => {
      const own = new Set(shown.filter((place) => place.region === region).map((place) => place.video_id));
      const declared = [...own].flatMap((id) => videoOf(id).declared_language ?? []);
      const local = declared.filter((language) => languages.includes(language.toLowerCase().split('-')[0] ?? '')).length;
      return { region, videos: own.size, declared: declared.length, local, percent: round((100 * local) / declared.length, 1) };
    });
    return rows.filter(({ videos }) => videos > 0).toSorted(orderBy('-percent', 'region'));
  },

  'Which channels own the charts?'(tables) {
    const { shown, timeOf, videoOf } = lookBack(tables, 30);
    const rows = groupBy(shown, (place) => videoOf(place.video_id).channel_id).map(([channel, places]) => ({
      channel_id: channel,
      channel_title: videoOf(places.at(-1)?.video_id ?? '').channel_title,
      videos: groupBy(places, (place) => place.video_id).length,
      regions: groupBy(places, (place) => place.region).length,
      places: places.length,
      percent: round((100 * places.length) / shown.length, 2),
      last_seen: timeOf(places.at(-1)?.run_id ?? 0),
    }));
    const columns = ['channel_title', 'videos', 'regions', 'places', 'percent', 'last_seen'];
    return pick(rows.toSorted(orderBy('-places', 'channel_id')).slice(0, 10), ...columns);
  },

  'How similar are Sweden and Norway, week by week?'(tables) {
    const { whole, shown, timeOf } = lookBack(tables, 49 + ((new Date(newestTime(tables)).getUTCDay() + 6) % 7));
    const hasBoth = (run: number): boolean =>
      ['SE', 'NO'].every((region) => whole.some((chart) => chart.run_id === run && chart.region === region));
    const compared = shown.filter((place) => hasBoth(place.run_id));
    const mondayOf = (time: string): string => {
      const day = new Date(time);
      return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
    };
    const weeks = groupBy(compared, (place) => mondayOf(timeOf(place.run_id)));
    return weeks.map(([monday, places]) => {
      const [se, no] = ['SE', 'NO'].map((name) => new Set(places.filter(({ region }) => region === name).map(({ video_id: id }) => id)));
      const videos = new Set([...(se ?? []), ...(no ?? [])]).size;
      const shared = [...(se ?? [])].filter((id) => no?.has(id)).length;
      return { monday, videos, shared, jaccard: round(shared / videos, 4) };
    });
  },

  'How many hours after publishing does a video enter a chart?'(tables) {
    const { whole, shown, timeOf, videoOf } = lookBack(tables, 30);
    const everywhere = groupBy(
      tables.appearances.filter((place) => place.category === 0),
      (place) => `${place.region} ${place.video_id}`,
    );
    const firsts = new Map(everywhere.map(([key, places]) => [key, places[0]?.run_id]));
    const rows = groupBy(whole, (chart) => chart.region).flatMap(([region, charts]): Row[] => {
      const hours = charts.slice(1).flatMap(({ run_id: run }, index) => {
        if (hoursBetween(timeOf(charts[index]?.run_id ?? 0), timeOf(run)) > 12) return [];
        const own = shown.filter((place) => place.run_id === run && place.region === region);
        const entered = own.filter(({ video_id: id }) => firsts.get(`${region} ${id}`) === run);
        return entered.map(({ video_id: id }) => hoursBetween(videoOf(id).published_at, timeOf(run)));
      });
      const share = (100 * hours.filter((each) => each < 24).length) / hours.length;
      if (hours.length === 0) return [];
      return [{ region, entries: hours.length, median_hours: round(median(hours), 1), percent_within_a_day: round(share, 1) }];
    });
    return rows.toSorted(orderBy('median_hours', 'region'));
  },

  'Is the fetcher healthy?'(tables) {
    const { runs } = lookBack(tables, 7);
    const gaps = new Map(runs.slice(1).map((run, index) => [run, hoursBetween(runs[index]?.started_at ?? '', run.started_at)]));
    return groupBy(runs, ({ started_at: at }) => at.slice(0, 10)).map(([day, own]) => {
      const charts = tables.charts.filter((chart) => own.some((run) => run.run_id === chart.run_id));
      const withStatus = (status: string): typeof charts => charts.filter((chart) => chart.status === status);
      const known = own.flatMap((run) => gaps.get(run) ?? []);
      return {
        day,
        runs: own.length,
        unfinished: own.filter((run) => run.finished_at === null).length,
        charts: charts.length,
        sparse: withStatus('sparse').length,
        failed: withStatus('failed').length,
        failed_regions: withStatus('failed').length > 0 ? [...new Set(withStatus('failed').map(({ region }) => region))].join(',') : null,
        longest_gap: known.length > 0 ? round(Math.max(...known), 1) : null,
      };
    });
  },
};
