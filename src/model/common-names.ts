/**
 * Given names and surnames that are common in Norway and its neighbors, without those that are words of a laboratory as well (Per,
 * Max, Hope, Berg, Hill). They only have to catch a name that was taken for a pseudonym by mistake; no list of names is complete.
 */
const givenNames =
  "anders andreas anna anne annika arne bente berit birgit bjarne bjorn camilla christian christina elin elisabeth emil emma erik " +
  "espen eva frida frode geir gerd grethe gunnar gustav hanne hans harald heidi helge helene hilde ida inga inger ingrid ivar jakob " +
  "janne johan johanna johannes jonas jorunn jostein julie kari karin karl katrine ketil kirsten kjell knut kristian kristin kristine " +
  "kristoffer lars laila leif linda lise magnus marianne marie marit martin mette mikael mohammed nils nora ola olav olga oskar " +
  "ragnar ragnhild randi reidun roar rolf sander sigrid silje siri sissel sofie solveig steinar stian svein sverre synne " +
  "terje thea thomas torbjorn tore tove trine trond turid unni vidar wenche oyvind asbjorn " +
  "ahmed alexander alice barbara catherine charlotte daniel david elizabeth emily fatima george hannah helen james jane jennifer jessica " +
  "john joseph laura maria margaret matthew michael mohamed olivia patricia peter rachel rebecca richard robert samuel sarah sophie " +
  "stephen susan william";

const surnames =
  "andersen andersson andreassen anderson bakken bakke berge berntsen christensen christiansen dahl danielsen davis eide eliassen eriksen " +
  "eriksson fredriksen garcia gundersen gustafsson haaland hagen hakonsen halvorsen hansen hansson haugen haugland henriksen holm " +
  "isaksen iversen jacobsen jakobsen jansen jensen johannessen johansen johansson johnsen johnson jones jonsson jorgensen karlsen " +
  "karlsson knudsen korhonen kristensen kristiansen kristoffersen larsen larsson lindberg lindgren lindstrom martinsen mathisen " +
  "mikkelsen moen myhre nielsen nilsen nilsson nordmann olsen olsson paulsen pedersen persson petersen petersson pettersen rasmussen " +
  "sandvik simonsen smith soerensen sorensen solberg solheim svendsen svensson thomassen thompson thorsen tveit virtanen " +
  "williams wilson";

const names: ReadonlySet<string> = new Set(`${givenNames} ${surnames}`.split(" "));

/** True for a word, in whatever case, that is a common name of a person. */
export function isCommonName(word: string): boolean {
  return names.has(word.toLowerCase());
}
