// Package when holds calendar days and times of day as people write them in
// minutes and at a command line, in German and in English.
//
// # Values
//
// A [Date] is a calendar day without a zone, a [Clock] a time of day to the
// minute, a [Moment] both. The package knows no current time: relative words
// count from a day that is passed in, in minutes the day of the meeting, at a
// command line today. Times belong to the night of a telco that may go past
// midnight; [Night] puts them on their day.
//
// # Dates
//
// [Read] takes the whole of a text or nothing. Case, NFC or NFD, blanks, a
// comma after a word and a dot after a name are of no matter. Before a date may
// stand bis, by, until or till, and then am, zum, den, on or the. Months and
// weekdays may be cut short as usual (Jan, mrz, Fr, thurs).
//
//	2010-01-20                       that day
//	20.01.2010  20. 1. 10            day, month, year; two digits are 20xx
//	20.01.                           the first such day that is not before from
//	20. Januar  20th of Jan  Jan 20, 2010
//	20/1/2010                        whichever way round is a date; if both are, in doubt
//	Fr 15.01.                        a weekday before a date; in doubt if they contradict
//	heute  morgen  übermorgen  today  tomorrow  day after tomorrow
//	+7  +7d  +2w  +1m  +2 Wochen     days, weeks, months after from
//	in 2 Wochen  in a week  in zehn Tagen
//	Freitag  diesen Sonntag  this sun    the first such day after from, not from itself
//	nächsten Freitag  next friday    that day too, if it lies in the next week
//	                                 (Monday to Sunday); else in doubt between it and
//	                                 the one after
//	Freitag nächster Woche  friday next week
//	KW 3  3. KW  KW 3/2010  week 3   the Sunday of that ISO week; the first that is not
//	                                 before from
//	nächste Woche  this week         its Sunday
//	Ende Januar  end of next month  Monatsende  Ende 2010  end of the year
//	                                 the last day; of a month without a year, the first
//	                                 that is not before from
//	Mitte Januar                     the 15th
//	nächste Telko  next meeting      for a [Calendar] that knows the team's telcos; in doubt
//	zum nächsten Plenum              if several could be meant
//
// So what names a stretch of days is due on its last day, and a month later
// than 31 January is the last of February. What people mean differently
// (nächsten Freitag, said on a Thursday) is an [AmbiguousError] with the dates
// it could be; what is no date in full is a [NotDateError]. A number that could
// be a version (2.0), a year or a room is never a date.
//
// # Times of day
//
// [ReadClock] reads 22:20, 1:10, 16:44:10 (the seconds are dropped), 22.20,
// 22h20, each also with Uhr or h; 5:23pm, 9 p.m.; with Uhr, h, am or pm also a
// bare hour; Mitternacht, midnight, noon. Before it may stand ~, ca., etwa,
// gegen, um, at, about or around. 24:00 is 00:00.
//
// [ReadSpan] reads two of them with a dash, bis, until, till or to between
// them; or one with ab, seit, von, since or from, which has no end, or with
// bis, until, till or to, which has no start; or with a dash on one side. A
// time alone is no span.
package when
