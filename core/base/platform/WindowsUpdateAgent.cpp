#include "core/base/platform/UpdateAgent.h"

#include <cmath>
#include <memory>

#include <windows.h>

#include <oleauto.h>
#include <wuapi.h>

namespace bidseal::platform {

namespace {

struct ReleaseOf {
    void operator()(IUnknown* object) const { object->Release(); }
};
template <typename Interface> using Owned = std::unique_ptr<Interface, ReleaseOf>;

/// `Class::getter(Interface**)`, owned; null where it fails.
template <typename Interface, typename Object, typename Getter> Owned<Interface> got(Object& object, Getter getter)
{
    Interface* raw = nullptr;
    if (!object || FAILED((object.get()->*getter)(&raw)))
        return {};
    return Owned<Interface>(raw);
}

class Text {
public:
    explicit Text(const wchar_t* text)
        : m_text(SysAllocString(text))
    {
    }
    ~Text() { SysFreeString(m_text); }
    Text(const Text&) = delete;
    Text& operator=(const Text&) = delete;
    [[nodiscard]] BSTR get() const { return m_text; }

private:
    BSTR m_text;
};

class ComApartment {
public:
    ComApartment()
        : m_status(CoInitializeEx(nullptr, COINIT_MULTITHREADED))
    {
    }
    ~ComApartment()
    {
        if (SUCCEEDED(m_status))
            CoUninitialize();
    }
    ComApartment(const ComApartment&) = delete;
    ComApartment& operator=(const ComApartment&) = delete;

private:
    HRESULT m_status;
};

/// https://learn.microsoft.com/windows/win32/wua_sdk: the category "Security Updates".
constexpr wchar_t kSecurityUpdates[] = L"0FA1201D-4330-4FA8-8AE9-B877473B6441";

bool isForSecurity(Owned<IUpdate>& update)
{
    BSTR severity = nullptr;
    if (SUCCEEDED(update->get_MsrcSeverity(&severity)) && severity) {
        const bool isRated = SysStringLen(severity) > 0;
        SysFreeString(severity);
        if (isRated)
            return true;
    }
    auto categories = got<ICategoryCollection>(update, &IUpdate::get_Categories);
    LONG count = 0;
    if (!categories || FAILED(categories->get_Count(&count)))
        return false;
    for (LONG i = 0; i < count; ++i) {
        ICategory* raw = nullptr;
        if (FAILED(categories->get_Item(i, &raw)))
            continue;
        const Owned<ICategory> category(raw);
        BSTR id = nullptr;
        if (FAILED(category->get_CategoryID(&id)) || !id)
            continue;
        const bool isSecurity = lstrcmpiW(id, kSecurityUpdates) == 0;
        SysFreeString(id);
        if (isSecurity)
            return true;
    }
    return false;
}

std::optional<WaitingUpdates> counted(Owned<IUpdateCollection>& updates)
{
    LONG count = 0;
    if (!updates || FAILED(updates->get_Count(&count)))
        return {};
    WaitingUpdates waiting;
    waiting.all = static_cast<int>(count);
    for (LONG i = 0; i < count; ++i) {
        IUpdate* raw = nullptr;
        if (FAILED(updates->get_Item(i, &raw)))
            return {};
        Owned<IUpdate> update(raw);
        waiting.security += isForSecurity(update) ? 1 : 0;
    }
    return waiting;
}

std::optional<WaitingUpdates> search()
{
    IUpdateSession* rawSession = nullptr;
    if (FAILED(CoCreateInstance(__uuidof(UpdateSession), nullptr, CLSCTX_INPROC_SERVER, __uuidof(IUpdateSession),
            reinterpret_cast<void**>(&rawSession))))
        return {};
    Owned<IUpdateSession> session(rawSession);
    auto searcher = got<IUpdateSearcher>(session, &IUpdateSession::CreateUpdateSearcher);
    if (!searcher || FAILED(searcher->put_Online(VARIANT_FALSE)))
        return {};
    const Text wanted(L"IsInstalled=0 AND IsHidden=0 AND Type='Software'");
    ISearchResult* rawResult = nullptr;
    if (FAILED(searcher->Search(wanted.get(), &rawResult)))
        return {};
    Owned<ISearchResult> result(rawResult);
    auto updates = got<IUpdateCollection>(result, &ISearchResult::get_Updates);
    return counted(updates);
}

/// A property by its name: mingw's headers end before the interface that has these.
VARIANT propertyOf(IDispatch* object, const wchar_t* name)
{
    VARIANT value;
    VariantInit(&value);
    auto* text = const_cast<wchar_t*>(name);
    DISPID id = 0;
    DISPPARAMS none {};
    if (SUCCEEDED(object->GetIDsOfNames(IID_NULL, &text, 1, LOCALE_USER_DEFAULT, &id)))
        object->Invoke(id, IID_NULL, LOCALE_USER_DEFAULT, DISPATCH_PROPERTYGET, &none, &value, nullptr, nullptr);
    return value;
}

int daysSinceSearch()
{
    IDispatch* rawSettings = nullptr;
    if (FAILED(CoCreateInstance(__uuidof(AutomaticUpdates), nullptr, CLSCTX_INPROC_SERVER, __uuidof(IDispatch),
            reinterpret_cast<void**>(&rawSettings))))
        return -1;
    const Owned<IDispatch> settings(rawSettings);
    const VARIANT results = propertyOf(settings.get(), L"Results");
    if (results.vt != VT_DISPATCH || !results.pdispVal)
        return -1;
    const Owned<IDispatch> owned(results.pdispVal);
    const VARIANT last = propertyOf(owned.get(), L"LastSearchSuccessDate");
    SYSTEMTIME now {};
    double today = 0;
    GetSystemTime(&now);
    if (last.vt != VT_DATE || !SystemTimeToVariantTime(&now, &today))
        return -1;
    return static_cast<int>(std::floor(today - last.date)); // both are days since 1899-12-30
}

} // namespace

UpdateAnswer askUpdateAgent()
{
    const ComApartment apartment;
    UpdateAnswer answer;
    answer.isThere = true;
    answer.waiting = search();
    answer.daysSinceSearch = daysSinceSearch();
    return answer;
}

} // namespace bidseal::platform
