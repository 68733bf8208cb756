/**
 * When an agency first approved a drug, in any indication; of the EMA by month. Written down by our curators from knowledge and not
 * compared with the registers (Drugs@FDA, EPAR), which decide. A drug or an agency that is not listed here is not said to be unapproved; drugs that only curated statements name have
 * theirs in `therapies.json`.
 */
type Status = { readonly FDA?: string; readonly EMA?: string; readonly withdrawn?: "FDA" };

const approved: ReadonlyMap<string, Status> = new Map([
  ["abemaciclib", { FDA: "2017-09-28", EMA: "2018-09" }],
  ["abiraterone", { FDA: "2011-04-28", EMA: "2011-09" }],
  ["afatinib", { FDA: "2013-07-12", EMA: "2013-09" }],
  ["alectinib", { FDA: "2015-12-11", EMA: "2017-02" }],
  ["alpelisib", { FDA: "2019-05-24", EMA: "2020-07" }],
  ["apalutamide", { FDA: "2018-02-14", EMA: "2019-01" }],
  ["asciminib", { FDA: "2021-10-29", EMA: "2022-08" }],
  ["atezolizumab", { FDA: "2016-05-18", EMA: "2017-09" }],
  ["avelumab", { FDA: "2017-03-23", EMA: "2017-09" }],
  ["axitinib", { FDA: "2012-01-27", EMA: "2012-09" }],
  ["bevacizumab", { FDA: "2004-02-26", EMA: "2005-01" }],
  ["binimetinib", { FDA: "2018-06-27", EMA: "2018-09" }],
  ["bosutinib", { FDA: "2012-09-04", EMA: "2013-03" }],
  ["brigatinib", { FDA: "2017-04-28", EMA: "2018-11" }],
  ["cabozantinib", { FDA: "2012-11-29", EMA: "2014-03" }],
  ["capivasertib", { FDA: "2023-11-16", EMA: "2024-06" }],
  ["capmatinib", { FDA: "2020-05-06", EMA: "2022-06" }],
  ["cemiplimab", { FDA: "2018-09-28", EMA: "2019-06" }],
  ["ceritinib", { FDA: "2014-04-29", EMA: "2015-05" }],
  ["cetuximab", { FDA: "2004-02-12", EMA: "2004-06" }],
  ["cobimetinib", { FDA: "2015-11-10", EMA: "2015-11" }],
  ["crizotinib", { FDA: "2011-08-26", EMA: "2012-10" }],
  ["dabrafenib", { FDA: "2013-05-29", EMA: "2013-08" }],
  ["dacomitinib", { FDA: "2018-09-27", EMA: "2019-04" }],
  ["dasatinib", { FDA: "2006-06-28", EMA: "2006-11" }],
  ["dostarlimab", { FDA: "2021-04-22", EMA: "2021-04" }],
  ["durvalumab", { FDA: "2017-05-01", EMA: "2018-09" }],
  ["enasidenib", { FDA: "2017-08-01" }],
  ["encorafenib", { FDA: "2018-06-27", EMA: "2018-09" }],
  ["entrectinib", { FDA: "2019-08-15", EMA: "2020-07" }],
  ["enzalutamide", { FDA: "2012-08-31", EMA: "2013-06" }],
  ["erdafitinib", { FDA: "2019-04-12", EMA: "2024-08" }],
  ["erlotinib", { FDA: "2004-11-18", EMA: "2005-09" }],
  ["everolimus", { FDA: "2009-03-30", EMA: "2009-08" }],
  ["fulvestrant", { FDA: "2002-04-25", EMA: "2004-03" }],
  ["gefitinib", { FDA: "2003-05-05", EMA: "2009-06" }],
  ["gilteritinib", { FDA: "2018-11-28", EMA: "2019-10" }],
  ["ibrutinib", { FDA: "2013-11-13", EMA: "2014-10" }],
  ["imatinib", { FDA: "2001-05-10", EMA: "2001-11" }],
  ["infigratinib", { FDA: "2021-05-28", withdrawn: "FDA" }],
  ["ipilimumab", { FDA: "2011-03-25", EMA: "2011-07" }],
  ["ivosidenib", { FDA: "2018-07-20", EMA: "2023-05" }],
  ["lapatinib", { FDA: "2007-03-13", EMA: "2008-06" }],
  ["larotrectinib", { FDA: "2018-11-26", EMA: "2019-09" }],
  ["lenvatinib", { FDA: "2015-02-13", EMA: "2015-05" }],
  ["lorlatinib", { FDA: "2018-11-02", EMA: "2019-05" }],
  ["margetuximab", { FDA: "2020-12-16" }],
  ["midostaurin", { FDA: "2017-04-28", EMA: "2017-09" }],
  ["mirdametinib", { FDA: "2025-02-11", EMA: "2025-07" }],
  ["neratinib", { FDA: "2017-07-17", EMA: "2018-08" }],
  ["nilotinib", { FDA: "2007-10-29", EMA: "2007-11" }],
  ["nivolumab", { FDA: "2014-12-22", EMA: "2015-06" }],
  ["olaparib", { FDA: "2014-12-19", EMA: "2014-12" }],
  ["osimertinib", { FDA: "2015-11-13", EMA: "2016-02" }],
  ["palbociclib", { FDA: "2015-02-03", EMA: "2016-11" }],
  ["panitumumab", { FDA: "2006-09-27", EMA: "2007-12" }],
  ["pazopanib", { FDA: "2009-10-19", EMA: "2010-06" }],
  ["pembrolizumab", { FDA: "2014-09-04", EMA: "2015-07" }],
  ["pertuzumab", { FDA: "2012-06-08", EMA: "2013-03" }],
  ["ponatinib", { FDA: "2012-12-14", EMA: "2013-07" }],
  ["quizartinib", { FDA: "2023-07-20", EMA: "2023-11" }],
  ["regorafenib", { FDA: "2012-09-27", EMA: "2013-08" }],
  ["ribociclib", { FDA: "2017-03-13", EMA: "2017-08" }],
  ["ripretinib", { FDA: "2020-05-15", EMA: "2021-11" }],
  ["rucaparib", { FDA: "2016-12-19", EMA: "2018-05" }],
  ["ruxolitinib", { FDA: "2011-11-16", EMA: "2012-08" }],
  ["sacituzumab-govitecan", { FDA: "2020-04-22", EMA: "2021-11" }],
  ["selpercatinib", { FDA: "2020-05-08", EMA: "2021-02" }],
  ["selumetinib", { FDA: "2020-04-10", EMA: "2021-06" }],
  ["sonidegib", { FDA: "2015-07-24", EMA: "2015-08" }],
  ["sorafenib", { FDA: "2005-12-20", EMA: "2006-07" }],
  ["sunitinib", { FDA: "2006-01-26", EMA: "2006-07" }],
  ["talazoparib", { FDA: "2018-10-16", EMA: "2019-06" }],
  ["tazemetostat", { FDA: "2020-01-23" }],
  ["temsirolimus", { FDA: "2007-05-30", EMA: "2007-11" }],
  ["tepotinib", { FDA: "2021-02-03", EMA: "2022-02" }],
  ["trametinib", { FDA: "2013-05-29", EMA: "2014-06" }],
  ["trastuzumab", { FDA: "1998-09-25", EMA: "2000-08" }],
  ["trastuzumab-deruxtecan", { FDA: "2019-12-20", EMA: "2021-01" }],
  ["trastuzumab-emtansine", { FDA: "2013-02-22", EMA: "2013-11" }],
  ["vandetanib", { FDA: "2011-04-06", EMA: "2012-02" }],
  ["vemurafenib", { FDA: "2011-08-17", EMA: "2012-02" }],
  ["venetoclax", { FDA: "2016-04-11", EMA: "2016-12" }],
  ["vismodegib", { FDA: "2012-01-30", EMA: "2013-07" }],
]);

/** What the agencies decided on a drug, by its id; empty where nothing is listed. */
export function statusOf(
  id: string,
): { agency: "FDA" | "EMA"; status: "approved" | "withdrawn"; date: string }[] {
  const known = approved.get(id);
  return (["EMA", "FDA"] as const).flatMap((agency) => {
    const date = known?.[agency];
    if (date === undefined) return [];
    const status = known?.withdrawn === agency ? "withdrawn" : "approved";
    return [{ agency, status, date }];
  });
}
