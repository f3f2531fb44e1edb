#pragma once

#include "core/plan/Placing.h"
#include "tests/ui/document/DocumentFixture.h"

class QWidget;

namespace bidseal::testing {

/// Settings of a user of its own in `folder`, and the program's colours.
void startAsAnotherUser(const QString& folder);

/// Places a seal by a rule that needs no text.
void placeByRule(document::DocumentSession& session, const seal::Seal& seal, const plan::Rule& rule);

/// The middle of a mark in mm from the page's top left corner.
[[nodiscard]] pdf::Placement at(int page, double x, double y, double sizeMm = 40);

/// For people: into the folder that BIDSEAL_SCREENSHOTS names, if any.
void keepPicture(QWidget& widget, const QString& name);

} // namespace bidseal::testing
