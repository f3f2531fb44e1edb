#pragma once

#include <QObject>

#include <functional>

namespace bidseal::tasks {

/// Runs what it is given on the GUI thread, in order, only while a guard lives; may be called on any thread.
using GuiThread = std::function<void(std::function<void()>)>;
/// Call on the GUI thread.
[[nodiscard]] GuiThread guiThread(QObject* guard);

/// For a callback that core calls on a working thread: `receive` gets a copy of each value on the GUI thread.
template <class Value>
[[nodiscard]] std::function<void(const Value&)> onGuiThread(QObject* guard, std::function<void(const Value&)> receive)
{
    return [gui = guiThread(guard), receive = std::move(receive)](
               const Value& value) { gui([receive, value] { receive(value); }); };
}

} // namespace bidseal::tasks
