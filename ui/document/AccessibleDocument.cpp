#include "ui/document/AccessibleDocument.h"

#include "ui/document/DocumentView.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QLocale>

#include <map>

namespace bidseal::document {

namespace {

QRect onScreen(const DocumentView& view, const QRect& inViewport)
{
    return QRect(view.viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size());
}

QString pageText(const DocumentView& view, int page)
{
    return DocumentView::tr("page %1 of %2").arg(QLocale().toString(page + 1), QLocale().toString(view.pageCount()));
}

/// What pages and marks have in common: no QObject of their own, gone as soon as their view is.
class Part : public QAccessibleInterface {
public:
    explicit Part(DocumentView& view)
        : m_view(&view)
    {
    }

    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    void setText(QAccessible::Text, const QString&) override { }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }

protected:
    QPointer<DocumentView> m_view;
};

class AccessibleView;

class AccessibleMark : public Part, public QAccessibleActionInterface {
public:
    AccessibleMark(DocumentView& view, MarkId id)
        : Part(view)
        , m_id(id)
    {
    }

    bool isValid() const override { return mark(); }
    int childCount() const override { return 0; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* parent() const override;
    QAccessible::Role role() const override { return QAccessible::Graphic; }

    QString text(QAccessible::Text text) const override
    {
        const PlacedMark* const found = mark();
        return found && text == QAccessible::Name ? markText(found->placed) : QString();
    }

    QRect rect() const override
    {
        const PlacedMark* const found = mark();
        return found ? onScreen(*m_view, m_view->viewportRectOf(found->placed.placement)) : QRect();
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = state.movable = state.sizeable = true;
        const bool isSelected = mark() && m_view->session()->marks().selected() == m_id;
        state.selected = isSelected;
        state.focused = isSelected && m_view->hasFocus();
        state.invalid = !mark();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    QStringList actionNames() const override { return { setFocusAction() }; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& name) override
    {
        if (name == setFocusAction() && mark()) {
            m_view->setFocus(Qt::OtherFocusReason);
            m_view->goToMark(m_id);
        }
    }

    MarkId id() const { return m_id; }

private:
    const PlacedMark* mark() const
    {
        return m_view && m_view->session() ? m_view->session()->marks().find(m_id) : nullptr;
    }

    MarkId m_id;
};

class AccessiblePage : public Part {
public:
    AccessiblePage(DocumentView& view, int page)
        : Part(view)
        , m_page(page)
    {
    }

    bool isValid() const override { return m_view && m_page < m_view->pageCount(); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessible::Role role() const override { return QAccessible::Section; }
    int childCount() const override { return static_cast<int>(marks().size()); }
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;

    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int index = childCount() - 1; index >= 0; --index) {
            if (child(index)->rect().contains(x, y))
                return child(index);
        }
        return nullptr;
    }

    QString text(QAccessible::Text text) const override
    {
        return isValid() && text == QAccessible::Name ? pageText(*m_view, m_page) : QString();
    }

    QRect rect() const override { return isValid() ? onScreen(*m_view, m_view->viewportRectOf(m_page)) : QRect(); }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invalid = !isValid();
        state.offscreen = isValid() && !m_view->viewport()->rect().intersects(m_view->viewportRectOf(m_page));
        return state;
    }

    int page() const { return m_page; }

private:
    std::vector<PlacedMark> marks() const
    {
        return isValid() && m_view->session() ? m_view->session()->marks().onPage(m_page) : std::vector<PlacedMark>();
    }

    int m_page;
};

/// The view. It keeps its pages' and marks' interfaces, made when somebody asks for them.
class AccessibleView : public QAccessibleWidget {
public:
    explicit AccessibleView(DocumentView* view)
        : QAccessibleWidget(view, QAccessible::Document)
    {
    }

    ~AccessibleView() override { forget(); }

    static AccessibleView* of(DocumentView& view)
    {
        return dynamic_cast<AccessibleView*>(QAccessible::queryAccessibleInterface(&view));
    }

    int childCount() const override { return view()->pageCount() + static_cast<int>(controls().size()); }

    QAccessibleInterface* child(int index) const override
    {
        const int behindPages = index - view()->pageCount();
        if (index < 0 || behindPages >= static_cast<int>(controls().size()))
            return nullptr;
        return behindPages < 0 ? page(index) : QAccessible::queryAccessibleInterface(controls().at(behindPages));
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        if (const auto* const page = dynamic_cast<const AccessiblePage*>(child))
            return page->page();
        for (int index = 0; index < controls().size(); ++index) {
            if (child && child->object() == controls().at(index))
                return view()->pageCount() + index;
        }
        return -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto point = view()->pagePointAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return point ? page(point->page) : nullptr;
    }

    QAccessibleInterface* focusChild() const override
    {
        if (!view()->hasFocus() || !view()->session())
            return nullptr;
        const std::optional<MarkId> selected = view()->session()->marks().selected();
        return selected ? mark(*selected) : nullptr;
    }

    QAccessibleInterface* page(int index) const
    {
        return made(m_pages, index, [&] { return new AccessiblePage(*view(), index); });
    }

    QAccessibleInterface* mark(MarkId id) const
    {
        return made(m_marks, id, [&] { return new AccessibleMark(*view(), id); });
    }

    void forget()
    {
        for (const auto& [page, id] : m_pages)
            QAccessible::deleteAccessibleInterface(id);
        for (const auto& [mark, id] : m_marks)
            QAccessible::deleteAccessibleInterface(id);
        m_pages.clear();
        m_marks.clear();
    }

private:
    DocumentView* view() const { return static_cast<DocumentView*>(object()); }

    /// Real widgets on the view that are to be seen: the tool strip.
    QWidgetList controls() const
    {
        QWidgetList shown;
        for (QWidget* const widget : view()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
            if (widget != view()->viewport() && widget->isVisible() && !widget->isWindow()
                && !widget->accessibleName().isEmpty())
                shown += widget;
        }
        return shown;
    }

    template <class Key, class Make>
    static QAccessibleInterface* made(std::map<Key, QAccessible::Id>& known, Key key, Make make)
    {
        const auto found = known.find(key);
        if (found != known.end())
            return QAccessible::accessibleInterface(found->second);
        QAccessibleInterface* const interface = make();
        known.emplace(key, QAccessible::registerAccessibleInterface(interface));
        return interface;
    }

    mutable std::map<int, QAccessible::Id> m_pages;
    mutable std::map<MarkId, QAccessible::Id> m_marks;
};

QAccessibleInterface* AccessiblePage::child(int index) const
{
    const std::vector<PlacedMark> onPage = marks();
    if (index < 0 || index >= static_cast<int>(onPage.size()))
        return nullptr;
    return AccessibleView::of(*m_view)->mark(onPage[static_cast<std::size_t>(index)].id);
}

int AccessiblePage::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* const wanted = dynamic_cast<const AccessibleMark*>(child);
    const std::vector<PlacedMark> onPage = marks();
    for (std::size_t index = 0; wanted && index < onPage.size(); ++index) {
        if (onPage[index].id == wanted->id())
            return static_cast<int>(index);
    }
    return -1;
}

QAccessibleInterface* AccessibleMark::parent() const
{
    const PlacedMark* const found = mark();
    return found ? AccessibleView::of(*m_view)->page(found->page()) : nullptr;
}

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* const view = qobject_cast<DocumentView*>(object);
    return view ? new AccessibleView(view) : nullptr;
}

} // namespace

void installAccessibleDocument() { QAccessible::installFactory(makeInterface); } // Qt keeps it once

namespace AccessibleDocument {

void pagesChanged(DocumentView& view)
{
    if (!QAccessible::isActive())
        return;
    if (AccessibleView* const interface = AccessibleView::of(view))
        interface->forget();
    QAccessibleEvent event(&view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void marksChanged(DocumentView& view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void markChanged(DocumentView& view, MarkId id)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(AccessibleView::of(view)->mark(id), QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void markFocused(DocumentView& view, MarkId id)
{
    if (!QAccessible::isActive() || !view.hasFocus())
        return;
    QAccessibleEvent event(AccessibleView::of(view)->mark(id), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void announce(QWidget& widget, const QString& sentence)
{
    // Qt 6.4 has no announcement of its own: readers read the description of what raises an alert.
    widget.setAccessibleDescription(sentence);
    QAccessibleEvent event(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace AccessibleDocument

} // namespace bidseal::document
