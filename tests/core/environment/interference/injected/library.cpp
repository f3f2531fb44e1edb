/// A library that has no business in anybody's process.
extern "C" int bidsealTestInjected();
extern "C" int bidsealTestInjected() { return 1; }
