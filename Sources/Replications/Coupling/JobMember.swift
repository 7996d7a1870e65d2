/// One product of a job of several: its run and its world.
///
/// A class, since Swift 6.3.1 has no arrays of structures that cannot be copied. It is reached once
/// for each stage of the day, never from within one.
final class JobMember {
  var run = ProductRun()
  var demand = DemandHistory()
  var outages = Outages()
}
